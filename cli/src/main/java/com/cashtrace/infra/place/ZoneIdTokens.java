package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Mention.Form;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids of zones as words of a text: {@code afs1-az1}, {@code afs1-los1-az1}, {@code
 * use1-wl1-bos-wlz1}. They are the same in every account, and the country follows from them.
 */
final class ZoneIdTokens {

  private static final Pattern SHAPE =
      Pattern.compile("(af|ap|ca|cn|eu|il|me|mx|sa|us|usg)(n|s|e|w|c|ne|nw|se|sw)[0-9]");

  private static final int LONGEST_WORD = 6;
  private static final int MOST_WORDS = 3;

  private final Atlas atlas;

  ZoneIdTokens(Atlas atlas) {
    this.atlas = atlas;
  }

  /** The zone whose id has its last hyphen here, or null. */
  @Nullable Token at(Window text, int hyphen) {
    int digits = text.has(hyphen, "-az") ? hyphen + 3 : text.has(hyphen, "-wlz") ? hyphen + 4 : 0;
    int end = digits == 0 ? 0 : text.afterDigits(digits, 2);
    if (end == digits || text.word(end)) {
      return null;
    }
    int before = hyphen;
    for (int words = 0; words < MOST_WORDS; words++) {
      int start = wordStart(text, before);
      if (start == before || text.word(start - 1)) {
        return null;
      }
      String code = text.lower(start, before);
      if (SHAPE.matcher(code).matches()) {
        return token(text, start, end);
      }
      if (text.at(start - 1) != '-') {
        return null;
      }
      before = start - 1;
    }
    return null;
  }

  private static int wordStart(Window text, int end) {
    int start = end;
    while (start > end - LONGEST_WORD && (text.letter(start - 1) || text.digit(start - 1))) {
      start--;
    }
    return start;
  }

  private Token token(Window text, int start, int end) {
    String id = text.lower(start, end);
    Optional<Whereabouts> known = atlas.zoneId(id);
    Whereabouts where = known.orElseGet(() -> new Unknown("the zone id " + id + " is not known"));
    return new Token(start, end, Form.ZONE_ID, where);
  }
}
