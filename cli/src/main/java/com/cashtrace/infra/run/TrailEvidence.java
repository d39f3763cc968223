package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Head;
import com.cashtrace.infra.audit.Verification;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.report.ResidencyEvidence;
import com.cashtrace.infra.report.ResidencyTrail;
import com.cashtrace.infra.report.ResidencyTrail.Apply;
import com.cashtrace.infra.report.ResidencyTrail.Approval;
import com.cashtrace.infra.report.ResidencyTrail.End;
import com.cashtrace.infra.report.ResidencyTrail.Restore;
import com.cashtrace.infra.report.ResidencyTrail.Standing;
import com.cashtrace.infra.report.ResidencyTrail.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A trail that was read as evidence.
 *
 * @param source how the report calls it
 * @param verification whether it is what its writers wrote
 * @param records what they wrote, if it is
 */
record TrailEvidence(String source, Verification verification, TrailRecords records) {

  /** What the report says of it; nothing that a record tells where the trail does not verify. */
  ResidencyTrail trail(ResidencyEvidence.@Nullable Input input) {
    boolean intact = verification.isIntact();
    TrailRecords told = intact ? records : new TrailRecords();
    return new ResidencyTrail(
        source,
        verification.head().map(Head::environment).orElse(null),
        intact,
        verification.records(),
        verification.head().map(h -> new End(h.sequence(), h.digest(), h.time())).orElse(null),
        verification.fingerprint().orElse(null),
        verification.keyKnown(),
        intact ? standing(input) : Standing.NOT_COMPARED,
        told.apply().map(this::apply).orElse(null),
        told.write().map(TrailEvidence::write).orElse(null),
        told.restore().map(TrailEvidence::restore).orElse(null));
  }

  private Apply apply(AuditRecord record) {
    Details.Apply apply = (Details.Apply) record.details();
    return new Apply(
        record.sequence(),
        apply.plan(),
        record.time(),
        by(record),
        apply.approvals().stream().map(this::approval).toList(),
        word(apply.outcome()),
        word(apply.verdict()));
  }

  private Approval approval(long sequence) {
    return records
        .approval(sequence)
        .map(record -> new Approval(sequence, by(record), record.time()))
        .orElse(new Approval(sequence, null, null));
  }

  private static Write write(AuditRecord record) {
    Details.StateVersion state = TrailRecords.after(record.details());
    return new Write(
        record.sequence(),
        record.details().kind().word(),
        record.time(),
        by(record),
        state.lineage(),
        state.serial());
  }

  private static Restore restore(AuditRecord record) {
    String version = ((Details.Restore) record.details()).version();
    return new Restore(record.sequence(), record.time(), by(record), version);
  }

  private static String by(AuditRecord record) {
    return record.entry().principal().name();
  }

  private static @Nullable String word(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }

  private Standing standing(ResidencyEvidence.@Nullable Input input) {
    if (input == null || input.serial() == null || input.lineage() == null) {
      return Standing.NOT_COMPARED;
    }
    var state = new Details.StateVersion(input.lineage(), input.serial());
    AuditRecord last = records.write().orElse(null);
    if (last == null) {
      return records.begun().isPresent() ? Standing.UNCERTAIN : Standing.NOT_RECORDED;
    }
    Details.StateVersion left = TrailRecords.after(last.details());
    if (left.equals(state)) {
      return Standing.RECORDED;
    }
    boolean unseen = left.lineage().isEmpty();
    boolean grown = left.lineage().equals(state.lineage()) && state.serial() > left.serial();
    // a restore and a push are recorded before they are done, and may have been cut off then
    boolean cutOff = TrailRecords.before(last.details()).equals(state);
    return unseen || cutOff || (grown && records.begun().isPresent())
        ? Standing.UNCERTAIN
        : Standing.NOT_RECORDED;
  }

  /** What a reader of the report must not overlook. */
  List<Problem> problems(ResidencyTrail trail, ResidencyEvidence.@Nullable Input input) {
    List<Problem> problems = new ArrayList<>();
    if (!trail.intact()) {
      problems.add(
          Problem.unlocated(
              "trail-not-verified",
              "the audit trail '" + source + "' does not verify, so no record of it is evidence",
              "'audit verify' tells the same"));
    }
    verification.problems().forEach(problem -> problems.add(placed(problem)));
    if (trail.standing() == Standing.NOT_RECORDED || trail.standing() == Standing.UNCERTAIN) {
      problems.add(changed(trail, input));
    }
    return problems;
  }

  private static Problem changed(ResidencyTrail trail, ResidencyEvidence.@Nullable Input input) {
    boolean known = trail.standing() == Standing.UNCERTAIN;
    Write last = trail.lastWrite();
    String state = input == null ? "" : " has serial " + input.serial();
    String recorded =
        last == null
            ? "no record tells of a state"
            : "record " + last.sequence() + " tells of serial " + last.serial();
    String why =
        known
            ? "work on it has no end in the trail, so nobody can tell whether that changed it"
            : "it was changed by something that is not in the trail";
    return new Problem(
        known ? Severity.WARNING : Severity.ERROR,
        known ? "state-not-certain" : "state-not-recorded",
        "the state" + state + ", and " + recorded + ": " + why,
        null,
        null);
  }

  /** Reports have no place for the place of a problem: it becomes a part of the message. */
  private static Problem placed(Problem problem) {
    Location at = problem.location();
    String where = at == null ? "" : at.file() + ": ";
    return new Problem(problem.severity(), problem.code(), where + problem.message(), null, null);
  }
}
