package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Details.StateVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps of the records of a trail, in their order, those that an auditor asks for. */
final class TrailRecords {

  private final Map<Long, AuditRecord> approvals = new HashMap<>();
  private @Nullable AuditRecord apply;
  private @Nullable AuditRecord write;
  private @Nullable AuditRecord restore;
  private @Nullable AuditRecord begun;

  /** Takes the next record. */
  void take(AuditRecord record) {
    Details details = record.details();
    if (details instanceof Details.Approval) {
      approvals.put(record.sequence(), record);
    } else if (details instanceof Details.Change change) {
      apply = change instanceof Details.Apply ? record : apply;
      begun = change.phase() == Details.Phase.BEGUN ? record : null;
      write = change.phase() == Details.Phase.ENDED ? record : write;
    } else if (details instanceof Details.Restore || details instanceof Details.Push) {
      restore = details instanceof Details.Restore ? record : restore;
      begun = null;
      write = record;
    }
  }

  /** The approval of that number. */
  Optional<AuditRecord> approval(long sequence) {
    return Optional.ofNullable(approvals.get(sequence));
  }

  /** The last record of an apply: of its end, unless it has none. */
  Optional<AuditRecord> apply() {
    return Optional.ofNullable(apply);
  }

  /** The last record that tells which state was left. */
  Optional<AuditRecord> write() {
    return Optional.ofNullable(write);
  }

  /** The last restore of the state. */
  Optional<AuditRecord> restore() {
    return Optional.ofNullable(restore);
  }

  /** The change that was begun last and has no end. */
  Optional<AuditRecord> begun() {
    return Optional.ofNullable(begun);
  }

  /** The state that a record tells to have been there before. */
  static StateVersion before(Details details) {
    return versions(details).before();
  }

  /** The state that a record tells to have been left. */
  static StateVersion after(Details details) {
    return versions(details).after();
  }

  private record Versions(StateVersion before, StateVersion after) {}

  private static Versions versions(Details details) {
    return switch (details.kind()) {
      case APPLY -> both(((Details.Apply) details).state());
      case DESTROY -> both(((Details.Destroy) details).state());
      case RESTORE -> {
        Details.Restore restore = (Details.Restore) details;
        yield new Versions(restore.before(), restore.after());
      }
      case PUSH -> {
        Details.Push push = (Details.Push) details;
        yield new Versions(push.before(), push.after());
      }
      case PLAN, APPROVAL, UNLOCK, BOOTSTRAP, WAIVER_USE ->
          throw new IllegalArgumentException("a " + details.kind().word() + " leaves no state");
    };
  }

  private static Versions both(StateVersion one) {
    return new Versions(one, one);
  }
}
