package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state that was judged.
 *
 * @param content what it holds, or null if it was not judged
 * @param verdict where its data is, or null likewise
 * @param problems all that people must see
 */
record Judged(@Nullable StateContent content, @Nullable Verdict verdict, List<Problem> problems) {

  /** No judgement. */
  static final Judged NOT = new Judged(null, null, List.of());

  /** Copies the problems. */
  Judged {
    problems = List.copyOf(problems);
  }

  /** What the trail says of it; null if it was not judged. */
  Details.@Nullable Verdict word() {
    if (verdict == null) {
      return null;
    }
    boolean refused = problems.stream().anyMatch(Problem::isError);
    return refused ? Details.Verdict.REFUSED : Details.Verdict.PASSED;
  }
}
