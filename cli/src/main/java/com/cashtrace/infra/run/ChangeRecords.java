package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two records of a plan that is carried out.
 *
 * @param recorder writes them
 * @param stored the plan
 * @param approvals sequence numbers of the approvals that it rests on
 */
record ChangeRecords(Recorder recorder, StoredBundle stored, List<Long> approvals) {

  /** Records that it begins. */
  Receipt begin() {
    PlanBundle.State state = stored.bundle().state();
    Details.StateVersion before = new Details.StateVersion(state.lineage(), state.serial());
    return recorder.record(details(Details.Phase.BEGUN, before, null), PlanRecords.digests(stored));
  }

  /**
   * Records that it ended.
   *
   * @param done resources that were changed
   * @param head of the state that counts now, or null if it could not be seen
   * @param verdict on that state, or null if it was not judged
   */
  Receipt end(
      Details.Outcome outcome,
      int done,
      @Nullable StateHead head,
      Details.@Nullable Verdict verdict) {
    Details.StateVersion after =
        head == null
            ? new Details.StateVersion("", 0)
            : new Details.StateVersion(head.lineage(), head.serial());
    return recorder.recordDone(
        details(Details.Phase.ENDED, after, new End(outcome, done, verdict)),
        PlanRecords.digests(stored));
  }

  /** How it ended. */
  private record End(Details.Outcome outcome, int done, Details.@Nullable Verdict verdict) {}

  private Details details(Details.Phase phase, Details.StateVersion state, @Nullable End end) {
    PlanBundle plan = stored.bundle();
    return switch (plan.mode()) {
      case CHANGE ->
          new Details.Apply(
              phase,
              plan.id(),
              state,
              approvals,
              end == null ? null : end.outcome(),
              end == null ? null : end.done(),
              end == null ? null : end.verdict());
      case DESTROY ->
          new Details.Destroy(
              phase,
              plan.id(),
              state,
              plan.allowedDestroys(),
              end == null ? null : end.outcome(),
              end == null ? null : end.done(),
              end == null ? null : end.verdict());
    };
  }
}
