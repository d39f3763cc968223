package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.TrailHistory;
import com.cashtrace.infra.bundle.PlanBundle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the signed trail tells of a plan.
 *
 * @param plan the record of its making, if there is one
 * @param approvals the records of its approvals, the newest first
 */
record PlanLedger(Optional<AuditRecord> plan, List<AuditRecord> approvals) {

  /** A plan is recorded after it was made; this much before is only for clocks that differ. */
  private static final Duration MARGIN = Duration.ofHours(1);

  PlanLedger {
    approvals = List.copyOf(approvals);
  }

  /**
   * Looks through the trail from its end back to the time of the plan. If the plan lies about that
   * time, its record is not found, which refuses it.
   */
  static PlanLedger of(TrailHistory history, PlanBundle bundle) {
    List<AuditRecord> found =
        history.newest(
            record -> isAbout(record.details(), bundle.id()),
            bundle.made().minus(MARGIN),
            Integer.MAX_VALUE);
    return new PlanLedger(
        found.stream().filter(record -> record.details() instanceof Details.Plan).findFirst(),
        found.stream().filter(record -> record.details() instanceof Details.Approval).toList());
  }

  private static boolean isAbout(Details details, String id) {
    return (details instanceof Details.Plan plan && plan.plan().equals(id))
        || (details instanceof Details.Approval approval && approval.plan().equals(id));
  }

  /** The approvals that count: by an approver who is not the planner, after the plan was made. */
  List<AuditRecord> approvals(Approvers approvers) {
    return plan.map(
            made ->
                approvals.stream()
                    .filter(approval -> approval.sequence() > made.sequence())
                    .filter(approval -> approvers.admit(approval.entry().principal()))
                    .filter(approval -> !name(approval).equals(name(made)))
                    .toList())
        .orElse(List.of());
  }

  private static String name(AuditRecord record) {
    return record.entry().principal().name();
  }
}
