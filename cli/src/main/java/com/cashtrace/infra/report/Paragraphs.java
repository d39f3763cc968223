package com.cashtrace.infra.report;

/** Running text for a person at a terminal, broken into lines. */
final class Paragraphs {

  private static final int WIDTH = 100;

  private Paragraphs() {}

  /** The text in lines of at most 100 columns, each with its end, indented as told. */
  static String wrapped(String text, String indent) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String raw : text.strip().split("\\s+", -1)) {
      String word = SafeText.of(raw);
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        lines.append('\n');
        column = 0;
      }
      if (column == 0) {
        lines.append(indent);
        column = indent.length();
      } else {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.append('\n').toString();
  }
}
