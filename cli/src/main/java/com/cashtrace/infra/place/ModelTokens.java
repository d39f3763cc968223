package com.cashtrace.infra.place;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.place.Mention.Form;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of models that Bedrock answers from any region of a geography: {@code us.anthropic.…}. */
final class ModelTokens {

  private static final int LONGEST_PREFIX = 6;
  private static final int LONGEST_NAME = 20;

  private final Map<String, Whereabouts> geographies = new HashMap<>();
  private final Set<String> makers;

  ModelTokens(Entries aws) {
    aws.textMap("modelGeographies")
        .forEach((prefix, in) -> geographies.put(prefix, where(prefix, in)));
    makers = Set.copyOf(aws.texts("modelMakers"));
  }

  private static Whereabouts where(String prefix, String in) {
    return in.equals("many")
        ? new Worldwide("regions of the Bedrock profile " + prefix)
        : new Known(Atlas.AWS, null, null, in);
  }

  /** The geography whose dot is here, or null. */
  @Nullable Token at(Window text, int dot) {
    int maker = text.afterLetters(dot + 1, LONGEST_NAME);
    int makerEnd = text.afterDigits(maker, 2);
    if (maker == dot + 1 || text.at(makerEnd) != '.' || !text.letter(makerEnd + 1)) {
      return null;
    }
    int start = dot;
    while (start > dot - LONGEST_PREFIX && (text.letter(start - 1) || text.at(start - 1) == '-')) {
      start--;
    }
    boolean alone = start < dot - 1 && !text.host(start - 1) && text.letter(start);
    return alone && makers.contains(text.lower(dot + 1, makerEnd)) && model(text, makerEnd + 1)
        ? token(text, start, dot)
        : null;
  }

  /** Every name of a model has a hyphen, which hosts of the makers have not. */
  private static boolean model(Window text, int start) {
    int end = start;
    while (end < start + LONGEST_NAME && (text.letter(end) || text.digit(end))) {
      end++;
    }
    return text.at(end) == '-';
  }

  private Token token(Window text, int start, int dot) {
    String prefix = text.lower(start, dot);
    Whereabouts where =
        geographies.getOrDefault(
            prefix, new Unknown("the Bedrock profile " + prefix + " is not known"));
    return new Token(start, dot, Form.REGION, where);
  }
}
