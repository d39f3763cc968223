package com.cashtrace.infra.report;

/** Text of unknown origin, made safe to stand in Markdown as GitHub reads it. */
final class MarkdownText {

  private MarkdownText() {}

  /** Text in a table or a summary: every sign that is markup somewhere is escaped. */
  static String cell(String text) {
    var escaped = new StringBuilder();
    for (char c : SafeText.of(text).toCharArray()) {
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '|' -> escaped.append("&#124;");
        case '@' -> escaped.append("&#64;");
        case '`', '*', '_', '[', ']', '\\', '~', '#', '!' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
