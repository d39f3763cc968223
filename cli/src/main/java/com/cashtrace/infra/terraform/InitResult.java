package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.Problem;
import java.util.List;

/**
 * What became of {@code terraform init}.
 *
 * @param succeeded true if the root is ready for a plan
 * @param skipped true if there was nothing to do
 * @param mirror where the providers come from
 * @param problems what terraform said to be wrong, with advice
 */
public record InitResult(
    boolean succeeded, boolean skipped, MirrorChoice mirror, List<Problem> problems) {

  /** Copies the list. */
  public InitResult {
    problems = List.copyOf(problems);
  }
}
