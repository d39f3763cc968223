package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Location;

/**
 * Where a key or a value stands.
 *
 * @param source the file
 * @param line from 1
 * @param column from 1, in code points
 */
public record Position(Source source, int line, int column) {

  /** The same place as a value that can be printed. */
  public Location location() {
    return source.at(line, column);
  }
}
