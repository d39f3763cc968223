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

  private Unfinished() {}

  /** What to tell of it, if it has none. */
  static Optional<Problem> find(TrailHistory history, String environment) {
    return last(history)
        .flatMap(
            record ->
                record.details() instanceof Details.Change change
                        && change.phase() == Details.Phase.BEGUN
                    ? Optional.of(problem(record, change, environment))
                    : Optional.empty());
  }

  private static Optional<AuditRecord> last(TrailHistory history) {
    try {
      return history
          .newest(record -> record.details() instanceof Details.Change, Instant.EPOCH, 1)
          .stream()
          .findFirst();
    } catch (FailureException e) {
      if (e.problem().code().equals("audit-trail-missing")) {
        return Optional.empty(); // nothing was recorded yet
      }
      throw e;
    }
  }

  private static Problem problem(AuditRecord record, Details.Change change, String environment) {
    return new Problem(
        Severity.WARNING,
        "apply-without-end",
        "the %s of plan %s, begun by %s on %s at %s, has no end in the trail: it was killed, or is still at work"
            .formatted(
                change.kind().word(),
                Details.brief(change.plan()),
                record.entry().principal().name(),
                record.entry().host().name(),
                record.time()),
        null,
        "'cashtrace-infra state status %s' tells whether its lock is still held; what it did is in the state"
            .formatted(environment));
  }
}
