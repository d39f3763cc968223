package com.cashtrace.infra.report;

import com.cashtrace.infra.audit.Details;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record of an audit trail tells, in one line. */
final class RecordWords {

  /** Digits of a digest that tell plans apart. */
  private static final int SHORT = 12;

  private RecordWords() {}

  static String of(Details details) {
    return switch (details.kind()) {
      case PLAN -> plan((Details.Plan) details);
      case APPROVAL -> approval((Details.Approval) details);
      case APPLY -> apply((Details.Apply) details);
      case DESTROY -> destroy((Details.Destroy) details);
      case UNLOCK -> unlock((Details.Unlock) details);
      case RESTORE -> restore((Details.Restore) details);
      case PUSH -> push((Details.Push) details);
      case BOOTSTRAP -> bootstrap((Details.Bootstrap) details);
      case WAIVER_USE -> waiver((Details.WaiverUse) details);
    };
  }

  private static String plan(Details.Plan plan) {
    Details.Changes changes = plan.changes();
    return name(plan.plan())
        + " "
        + word(plan.verdict())
        + ": "
        + changes.create()
        + " to add, "
        + changes.update()
        + " to change, "
        + changes.replace()
        + " to replace, "
        + changes.destroy()
        + " to destroy";
  }

  private static String approval(Details.Approval approval) {
    return name(approval.plan()) + " of " + approval.planner() + ": " + approval.reason();
  }

  private static String apply(Details.Apply apply) {
    String phase = phase(apply.phase(), apply.outcome(), apply.done());
    return name(apply.plan()) + " " + phase + judged(apply.outcome(), apply.verdict());
  }

  private static String destroy(Details.Destroy destroy) {
    String phase = phase(destroy.phase(), destroy.outcome(), destroy.done());
    return name(destroy.plan()) + " " + phase + judged(destroy.outcome(), destroy.verdict());
  }

  private static String judged(
      Details.@Nullable Outcome outcome, Details.@Nullable Verdict verdict) {
    if (outcome == null) {
      return "";
    }
    return verdict == null ? ", state not judged" : ", state " + word(verdict);
  }

  private static String phase(
      Details.Phase phase, Details.@Nullable Outcome outcome, @Nullable Integer done) {
    return outcome == null
        ? word(phase)
        : word(outcome) + ", " + Objects.requireNonNullElse(done, 0) + " changed";
  }

  private static String unlock(Details.Unlock unlock) {
    return "lock " + unlock.lock() + " of " + unlock.holder() + ", " + unlock.operation();
  }

  private static String restore(Details.Restore restore) {
    return "version " + restore.version() + ", " + serials(restore.before(), restore.after());
  }

  private static String push(Details.Push push) {
    return serials(push.before(), push.after());
  }

  private static String serials(Details.StateVersion before, Details.StateVersion after) {
    return "serial " + before.serial() + " to " + after.serial();
  }

  private static String bootstrap(Details.Bootstrap bootstrap) {
    return bootstrap.bucket() + ": " + String.join(", ", bootstrap.changes());
  }

  private static String waiver(Details.WaiverUse use) {
    return use.waiver() + ": " + use.rule() + " of " + use.component() + ", " + use.reason();
  }

  private static String name(String plan) {
    return "plan " + plan.substring(0, Math.min(SHORT, plan.length()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
