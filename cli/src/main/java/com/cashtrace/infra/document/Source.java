package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Location;

/**
 * A text file that was read: its name as the user would type it, and its text with LF line ends and
 * without a byte order mark.
 */
public record Source(String name, String text) {

  /** The text of a line (from 1), without its end; empty past the end of the file. */
  public String line(int number) {
    int start = 0;
    for (int i = 1; i < number; i++) {
      int next = text.indexOf('\n', start);
      if (next < 0) {
        return "";
      }
      start = next + 1;
    }
    int end = text.indexOf('\n', start);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }

  /** A place in this file, with the text of its line; line and column from 1. */
  public Location at(int line, int column) {
    return new Location(name, line, column, line(line));
  }
}
