package com.cashtrace.infra.run;

import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.PlanReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What planning gave.
 *
 * @param report the plan, or null if terraform made none
 * @param problems why it made none
 */
public record Planned(@Nullable PlanReport report, List<Problem> problems) {

  /** Copies the problems. */
  public Planned {
    problems = List.copyOf(problems);
  }
}
