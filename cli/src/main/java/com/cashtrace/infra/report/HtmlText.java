package com.cashtrace.infra.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML and SVG as they are written, piece by piece. Whatever is text or the value of an attribute
 * is escaped here and nowhere else, so that no string can become markup.
 */
final class HtmlText {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Text that is markup already; only for constants of this program. */
  HtmlText raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Opens an element; {@code attributes} are names, each followed by its value. */
  HtmlText open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** An element that holds nothing; closed so that the document is well-formed XML as well. */
  HtmlText empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  /** Closes the element that was opened last. */
  HtmlText close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes it and ends the line, which keeps the document readable as text. */
  HtmlText closeLine() {
    return close().line();
  }

  HtmlText line() {
    out.append('\n');
    return this;
  }

  HtmlText text(String text) {
    escape(text);
    return this;
  }

  /** An element with nothing but text. */
  HtmlText element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  private void escape(String text) {
    for (char c : SafeText.of(text).toCharArray()) {
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  /** What was written; every element must be closed. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }
}
