package com.cashtrace.infra.report;

import com.cashtrace.infra.audit.Details;
import java.util.Locale;
import java.util.Objects;

/** What a record of an audit trail tells, in one line. */
final class RecordWords {

  private RecordWords() {}

  static String of(Details details) {
    return switch (details.kind()) {
      case PLAN -> plan((Details.Plan) details);
      case APPROVAL -> approval((Details.Approval) details);
      case APPLY, DESTROY -> change((Details.Change) details);
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

  private static String change(Details.Change change) {
    String name = name(change.plan()) + " ";
    Details.Outcome outcome = change.outcome();
    if (outcome == null) {
      return name + word(change.phase());
    }
    Details.Verdict verdict = change.verdict();
    return name
        + word(outcome)
        + ", "
        + Objects.requireNonNullElse(change.done(), 0)
        + " changed, state "
        + (verdict == null ? "not judged" : word(verdict));
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
    return "plan " + Details.brief(plan);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
