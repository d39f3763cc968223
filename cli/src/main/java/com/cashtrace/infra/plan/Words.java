package com.cashtrace.infra.plan;

/** A value as a person reads it in one line of a report. */
final class Words {

  /** A longer text is cut: it is there to be recognised, not to be read. */
  private static final int LONGEST = 60;

  private Words() {}

  /** Texts in double quotes, marks in terraform's words, lists and maps by their size alone. */
  static String of(Value value) {
    if (value instanceof Value.Text text) {
      return '"' + cut(text.content().replace("\n", "\\n")) + '"';
    }
    if (value instanceof Value.Num number) {
      return cut(number.number().toString());
    }
    if (value instanceof Value.Bool bool) {
      return String.valueOf(bool.value());
    }
    if (value instanceof Value.Items list) {
      return list.items().isEmpty() ? "[]" : "[" + list.items().size() + " items]";
    }
    if (value instanceof Value.Fields map) {
      return map.fields().isEmpty() ? "{}" : "{" + map.fields().size() + " fields}";
    }
    if (value == Value.Mark.SENSITIVE) {
      return "(sensitive)";
    }
    return value == Value.Mark.UNKNOWN ? "(known after apply)" : "null";
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
