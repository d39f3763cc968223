package com.cashtrace.infra.audit;

import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a verification found.
 *
 * @param head the end of the trail, whether it is right or not; empty where there is none to read
 * @param records how many there are
 * @param fingerprint of the key; empty where there is none
 * @param keyKnown true if the key was known from elsewhere
 * @param problems what is wrong, in the order of the trail
 * @param omitted how many further problems there are
 */
public record Verification(
    Optional<Head> head,
    long records,
    Optional<String> fingerprint,
    boolean keyKnown,
    List<Problem> problems,
    long omitted) {

  /** Copies the problems. */
  public Verification {
    problems = List.copyOf(problems);
  }

  /** The same with more problems. */
  public Verification and(List<Problem> more) {
    List<Problem> all = Stream.concat(more.stream(), problems.stream()).toList();
    return new Verification(head, records, fingerprint, keyKnown, all, omitted);
  }

  /** True if nothing was tampered with; a record that awaits its head is no tampering. */
  public boolean isIntact() {
    return problems.stream().noneMatch(Problem::isError);
  }
}
