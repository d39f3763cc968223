package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.TrailHistory;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.time.Instant;
import java.util.Optional;

/** Finds out whether the last apply or destroy has an end in the trail. */
final class Unfinished {

  /** How many digits of a plan's id people get to see. */
  private static final int SHORT = 12;

  private Unfinished() {}

  /** What to tell of it, if it has none. */
  static Optional<Problem> find(TrailHistory history, String environment) {
    return last(history)
        .filter(record -> phase(record.details()) == Details.Phase.BEGUN)
        .map(record -> problem(record, environment));
  }

  private static Optional<AuditRecord> last(TrailHistory history) {
    try {
      return history.newest(record -> phase(record.details()) != null, Instant.EPOCH, 1).stream()
          .findFirst();
    } catch (FailureException e) {
      if (e.problem().code().equals("audit-trail-missing")) {
        return Optional.empty(); // nothing was recorded yet
      }
      throw e;
    }
  }

  private static Details.@org.jspecify.annotations.Nullable Phase phase(Details details) {
    if (details instanceof Details.Apply apply) {
      return apply.phase();
    }
    return details instanceof Details.Destroy destroy ? destroy.phase() : null;
  }

  private static String plan(Details details) {
    String id = details instanceof Details.Apply apply ? apply.plan() : "";
    id = details instanceof Details.Destroy destroy ? destroy.plan() : id;
    return id.substring(0, Math.min(SHORT, id.length()));
  }

  private static Problem problem(AuditRecord record, String environment) {
    return new Problem(
        Severity.WARNING,
        "apply-without-end",
        "the %s of plan %s, begun by %s on %s at %s, has no end in the trail: it was killed, or is still at work"
            .formatted(
                record.details().kind().word(),
                plan(record.details()),
                record.entry().principal().name(),
                record.entry().host().name(),
                record.time()),
        null,
        "'cashtrace-infra state status %s' tells whether its lock is still held; what it did is in the state"
            .formatted(environment));
  }
}
