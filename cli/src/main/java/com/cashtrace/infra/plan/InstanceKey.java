package com.cashtrace.infra.plan;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Which one of several instances of a resource it is, as its address tells. */
final class InstanceKey {

  private InstanceKey() {}

  /**
   * What stands behind the name of the resource.
   *
   * @param key a number, a text, or null for the only instance
   * @return nothing for a text that terraform alone knows how to write
   */
  static Optional<String> text(Value key) {
    if (key == Value.Mark.NULL) {
      return Optional.of("");
    }
    if (key instanceof Value.Num) {
      return key.whole().stream().mapToObj(number -> "[" + number + "]").findFirst();
    }
    return key.text().filter(InstanceKey::isPlain).map(text -> "[\"" + escaped(text) + "\"]");
  }

  /** Of what else is there, terraform writes some as it is, and some by its number. */
  private static boolean isPlain(String text) {
    IntPredicate ascii = c -> (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t';
    return text.codePoints().allMatch(ascii.or(Character::isLetterOrDigit));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replace("${", "$${")
        .replace("%{", "%%{");
  }
}
