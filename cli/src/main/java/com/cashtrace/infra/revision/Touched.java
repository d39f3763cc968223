package com.cashtrace.infra.revision;

import java.util.List;

/**
 * An environment that a change touches.
 *
 * @param environment its name
 * @param causes why, in the order of {@link Cause.Kind} and of the files
 */
public record Touched(String environment, List<Cause> causes) {

  /** Copies the causes. */
  public Touched {
    causes = List.copyOf(causes);
  }
}
