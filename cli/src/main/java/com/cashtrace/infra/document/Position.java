package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Location;

/**
 * Where a key or a value stands.
 *
 * @param source the file
 * @param line from 1
 * @param column from 1, in code points
 * @param implied true for a default, which stands nowhere: the place is then that of the nearest
 *     thing above it that was written
 */
public record Position(Source source, int line, int column, boolean implied) {

  /** A place where something was written. */
  public Position(Source source, int line, int column) {
    this(source, line, column, false);
  }

  /** The same place, for a default that belongs there. */
  public Position asImplied() {
    return new Position(source, line, column, true);
  }

  /** The same place as a value that can be printed. */
  public Location location() {
    return source.at(line, column);
  }
}
