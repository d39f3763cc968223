package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.PlanReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan that was fetched to be applied.
 *
 * @param stored the plan with what is known of it
 * @param approvals the records of the approvals that count
 * @param report what it does, judged anew; null where it was refused before
 * @param problems what refuses it; with one of them it must not be applied
 */
record OpenedPlan(
    StoredBundle stored,
    List<AuditRecord> approvals,
    @Nullable PlanReport report,
    List<Problem> problems) {

  OpenedPlan {
    approvals = List.copyOf(approvals);
    problems = List.copyOf(problems);
  }
}
