package com.cashtrace.infra.run;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV as RFC 4180 describes it, and refuses what it does not. */
final class CsvReader {

  private CsvReader() {}

  static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      StringBuilder cell = new StringBuilder();
      at = text.charAt(at) == '"' ? quoted(text, at + 1, cell) : plain(text, at, cell);
      row.add(cell.toString());
      if (text.charAt(at) == ',') {
        at++;
      } else if (text.startsWith("\r\n", at)) {
        rows.add(row);
        row = new ArrayList<>();
        at += 2;
      } else {
        throw new IllegalArgumentException("neither , nor CRLF at " + at);
      }
    }
    return rows;
  }

  private static int quoted(String text, int from, StringBuilder cell) {
    int at = from;
    while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
      at += text.charAt(at) == '"' ? 2 : 1;
      cell.append(text.charAt(at - 1));
    }
    return at + 1;
  }

  private static int plain(String text, int from, StringBuilder cell) {
    int at = from;
    while (",\r".indexOf(text.charAt(at)) < 0) {
      if ("\"\n".indexOf(text.charAt(at)) >= 0) {
        throw new IllegalArgumentException("a quote or a line end outside of quotes at " + at);
      }
      cell.append(text.charAt(at++));
    }
    return at;
  }
}
