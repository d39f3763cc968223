package com.cashtrace.infra.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file that a person can open.
 *
 * @param file path as the user would type it, with forward slashes
 * @param line from 1; 0 means the file as a whole
 * @param column from 1, in code points; 0 means the line as a whole
 * @param excerpt the text of that line, or null where there is none to show
 */
public record Location(String file, int line, int column, @Nullable String excerpt)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column);

  /** The file as a whole. */
  public static Location ofFile(String file) {
    return new Location(file, 0, 0, null);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, shorter where line or column do not apply. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
