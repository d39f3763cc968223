package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Mention.Form;
import org.jspecify.annotations.Nullable;

/**
 * Regions of Azure. Their names look as any word does, so they count only as a whole value, between
 * quotes, or after a key such as {@code location}.
 */
final class AzureTokens {

  private static final int LONGEST = 20;
  private static final int SHORTEST = 6;
  private static final int MOST_BETWEEN = 4;

  private static final int LETTERS = 26;

  private final Atlas atlas;
  private final boolean[] beginsRegion = new boolean[LETTERS * LETTERS];

  AzureTokens(Atlas atlas) {
    this.atlas = atlas;
    for (String code : atlas.regionCodes(Atlas.AZURE)) {
      beginsRegion[pair(code.charAt(0), code.charAt(1))] = true;
    }
  }

  private static int pair(char first, char second) {
    return (first - 'a') * LETTERS + second - 'a';
  }

  /** The region that is all of the text, or null. */
  @Nullable Token whole(Window text) {
    int length = text.to() - text.from();
    return length > LONGEST + 4 || length < SHORTEST ? null : all(text);
  }

  private @Nullable Token all(Window text) {
    String name = text.lower(text.from(), text.to()).strip().replace(" ", "");
    return atlas
        .region(Atlas.AZURE, name)
        .map(where -> new Token(text.from(), text.to(), Form.REGION, where))
        .orElse(null);
  }

  /** The region between this quote and the next, or null. */
  @Nullable Token quoted(Window text, int quote) {
    int end = wordEnd(text, quote + 1);
    boolean closed = end > 0 && (text.at(end) == text.at(quote) || text.at(end) == '\\');
    return closed ? token(text, quote + 1, end) : null;
  }

  /** The region after this sign, if a key that speaks of places is before it; or null. */
  @Nullable Token after(Window text, int sign) {
    int keyEnd = sign;
    while (keyEnd > sign - MOST_BETWEEN && between(text.at(keyEnd - 1))) {
      keyEnd--;
    }
    keyEnd = text.at(keyEnd - 1) == 's' ? keyEnd - 1 : keyEnd;
    if (!text.has(keyEnd - 6, "cation") && !text.has(keyEnd - 5, "egion")) {
      return null;
    }
    int start = sign + 1;
    while (start < sign + MOST_BETWEEN && between(text.at(start))) {
      start++;
    }
    int end = wordEnd(text, start);
    return end > 0 ? token(text, start, end) : null;
  }

  private static boolean between(char c) {
    return c == ' ' || c == '"' || c == '\'' || c == '\\';
  }

  /** The end of a word that may be a region, or -1. */
  private int wordEnd(Window text, int start) {
    if (!text.letter(start)
        || !text.letter(start + 1)
        || !beginsRegion[pair(text.at(start), text.at(start + 1))]) {
      return -1;
    }
    int letters = text.afterLetters(start, LONGEST);
    if (letters - start < SHORTEST) {
      return -1;
    }
    int end = text.afterLetters(text.afterDigits(letters, 1), MOST_BETWEEN);
    return text.word(end) ? -1 : end;
  }

  private @Nullable Token token(Window text, int start, int end) {
    return atlas
        .region(Atlas.AZURE, text.lower(start, end))
        .map(where -> new Token(start, end, Form.REGION, where))
        .orElse(null);
  }
}
