package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading gave: a value, or the problems that kept it from being read.
 *
 * @param value absent if and only if there are problems
 */
public record ReadResult<T>(Optional<T> value, List<Problem> problems) {

  /** Copies the problems. */
  public ReadResult {
    problems = List.copyOf(problems);
  }

  static <T> ReadResult<T> of(T value) {
    return new ReadResult<>(Optional.of(value), List.of());
  }

  static <T> ReadResult<T> failed(List<Problem> problems) {
    return new ReadResult<>(Optional.empty(), problems);
  }
}
