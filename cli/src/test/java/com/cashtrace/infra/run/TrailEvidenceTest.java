package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Details.Outcome;
import com.cashtrace.infra.audit.Details.Phase;
import com.cashtrace.infra.audit.Details.StateVersion;
import com.cashtrace.infra.audit.TrailFolder;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.report.ResidencyEvidence.Input;
import com.cashtrace.infra.report.ResidencyTrail;
import com.cashtrace.infra.report.ResidencyTrail.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailEvidenceTest {

  private static final String PLAN = "5".repeat(64);
  private static final String OTHER = "6".repeat(64);
  private static final String LINE = "6f3c";

  @TempDir Path folder;
  private int trails;

  @Test
  void namesTheEndAndTheKeyOfATrailThatVerifies() throws IOException {
    TrailFolder written = written(bootstrap());

    ResidencyTrail trail = read(written).trail(null);

    assertThat(trail.intact()).isTrue();
    assertThat(trail.environment()).isEqualTo("staging");
    assertThat(trail.records()).isEqualTo(1);
    assertThat(trail.end().sequence()).isEqualTo(1);
    assertThat(trail.end().digest()).isEqualTo(written.end().digest());
    assertThat(trail.key()).isEqualTo(written.fingerprint());
    assertThat(trail.keyKnown()).isFalse();
    assertThat(trail.source()).isEqualTo(written.path().getFileName().toString());
    assertThat(trail.lastApply()).isNull();
    assertThat(trail.lastWrite()).isNull();
    assertThat(trail.lastRestore()).isNull();
  }

  @Test
  void tellsTheLastApplyWithWhoApprovedIt() throws IOException {
    TrailFolder written =
        written(
            approval(PLAN),
            apply(Phase.BEGUN, PLAN, 6, 1),
            apply(Phase.ENDED, PLAN, 7, 1),
            apply(Phase.BEGUN, OTHER, 7, 1, 2),
            new Details.Apply(
                Phase.ENDED, OTHER, state(8), List.of(1L, 2L), Outcome.FAILED, 1, null));

    ResidencyTrail.Apply apply = read(written).trail(null).lastApply();

    assertThat(apply.sequence()).isEqualTo(5);
    assertThat(apply.plan()).isEqualTo(OTHER);
    assertThat(apply.by()).isEqualTo("alice");
    assertThat(apply.outcome()).isEqualTo("failed");
    assertThat(apply.verdict()).isNull();
    assertThat(apply.approvals())
        .extracting(ResidencyTrail.Approval::sequence)
        .containsExactly(1L, 2L);
    assertThat(apply.approvals())
        .extracting(ResidencyTrail.Approval::by)
        .containsExactly("alice", null);
    assertThat(read(written(apply(Phase.BEGUN, PLAN, 6))).trail(null).lastApply().outcome())
        .isNull();
  }

  @Test
  void knowsTheStateThatTheLastRecordLeft() throws IOException {
    assertStanding(Standing.RECORDED, 7, apply(Phase.ENDED, PLAN, 7));
    assertStanding(
        Standing.RECORDED, 9, apply(Phase.ENDED, PLAN, 7), new Details.Push(state(7), state(9)));
    assertStanding(
        Standing.RECORDED,
        8,
        apply(Phase.ENDED, PLAN, 7),
        new Details.Restore("v-1", state(7), state(8)));
    assertStanding(Standing.RECORDED, 7, destroy(Phase.ENDED, 7));
    assertStanding(Standing.RECORDED, 7, apply(Phase.ENDED, PLAN, 7), apply(Phase.BEGUN, OTHER, 7));
  }

  @Test
  void findsAStateThatNoRecordTellsOf() throws IOException {
    assertStanding(Standing.NOT_RECORDED, 8, apply(Phase.ENDED, PLAN, 7));
    assertStanding(Standing.NOT_RECORDED, 6, apply(Phase.ENDED, PLAN, 7));
    assertStanding(Standing.NOT_RECORDED, 1, bootstrap());
    // what was begun can only have let the serial grow
    assertStanding(
        Standing.NOT_RECORDED, 6, apply(Phase.ENDED, PLAN, 7), apply(Phase.BEGUN, OTHER, 7));
    // a restore ends what was begun before it
    assertStanding(
        Standing.NOT_RECORDED,
        9,
        apply(Phase.BEGUN, PLAN, 6),
        new Details.Restore("v-1", state(7), state(8)));

    TrailEvidence evidence =
        read(written(apply(Phase.ENDED, PLAN, 7), apply(Phase.BEGUN, OTHER, 7)));
    assertThat(evidence.trail(input(8L, "another")).standing()).isEqualTo(Standing.NOT_RECORDED);
  }

  @Test
  void saysWhereItCannotTell() throws IOException {
    assertStanding(Standing.UNCERTAIN, 3, apply(Phase.BEGUN, PLAN, 0));
    assertStanding(
        Standing.UNCERTAIN, 9, apply(Phase.ENDED, PLAN, 7), apply(Phase.BEGUN, OTHER, 7));
    assertStanding(
        Standing.UNCERTAIN,
        7,
        apply(Phase.ENDED, PLAN, 7),
        new Details.Restore("v-1", state(7), state(8)));
    assertStanding(
        Standing.UNCERTAIN,
        7,
        new Details.Apply(
            Phase.ENDED, PLAN, new StateVersion("", 0), List.of(), Outcome.INTERRUPTED, 1, null));
  }

  @Test
  void comparesNothingThatNobodyKnows() throws IOException {
    TrailEvidence evidence = read(written(apply(Phase.ENDED, PLAN, 7)));

    for (Input input : new Input[] {null, input(null, null), input(null, LINE), input(7L, null)}) {
      ResidencyTrail trail = evidence.trail(input);
      assertThat(trail.standing()).isEqualTo(Standing.NOT_COMPARED);
      assertThat(evidence.problems(trail, input)).isEmpty();
    }
  }

  @Test
  void weighsWhatIsNotRecordedAsAnErrorAndWhatIsNotCertainAsAWarning() throws IOException {
    TrailEvidence one = read(written(apply(Phase.ENDED, PLAN, 7)));
    TrailEvidence two = read(written(apply(Phase.BEGUN, PLAN, 0)));
    Input input = input(8L, LINE);

    assertThat(one.problems(one.trail(input), input))
        .containsExactly(
            Problem.unlocated(
                "state-not-recorded",
                "the state has serial 8, and record 1 tells of serial 7: it was changed by something"
                    + " that is not in the trail",
                null));
    assertThat(two.problems(two.trail(input), input))
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "state-not-certain",
                "the state has serial 8, and no record tells of a state: work on it has no end in"
                    + " the trail, so nobody can tell whether that changed it",
                null,
                null));
  }

  @Test
  void usesNoRecordOfATrailThatDoesNotVerify() throws IOException {
    TrailFolder written =
        written(apply(Phase.ENDED, PLAN, 7), new Details.Restore("v-1", state(7), state(8)));
    Path record = written.record(2);
    Files.writeString(record, Files.readString(record).replace("v-1", "v-2"));
    Input input = input(8L, LINE);

    TrailEvidence evidence = read(written);
    ResidencyTrail trail = evidence.trail(input);

    assertThat(trail.intact()).isFalse();
    assertThat(trail.records()).isEqualTo(2);
    assertThat(trail.end()).isNotNull();
    assertThat(trail.lastApply()).isNull();
    assertThat(trail.lastWrite()).isNull();
    assertThat(trail.lastRestore()).isNull();
    assertThat(trail.standing()).isEqualTo(Standing.NOT_COMPARED);
    assertThat(evidence.problems(trail, input))
        .extracting(Problem::code)
        .containsExactly("trail-not-verified", "audit-record-changed");
    assertThat(evidence.problems(trail, input).get(1).message())
        .startsWith(written.path().getFileName() + "/records/0000000002.jsonl: ");
  }

  @Test
  void refusesTheTrailOfAnotherEnvironmentAndOneThatIsEmpty() throws IOException {
    TrailFolder written = written(bootstrap());
    TrailEvidence other = TrailReading.copy(written.path(), Trust.none()).read("production");
    TrailEvidence empty =
        TrailReading.copy(TrailFolder.empty(folder.resolve("empty")).path(), Trust.none())
            .read("staging");

    assertThat(other.trail(null).intact()).isFalse();
    assertThat(other.verification().problems())
        .extracting(Problem::code)
        .contains("audit-other-environment");
    assertThat(empty.trail(null).intact()).isFalse();
    assertThat(empty.trail(null).end()).isNull();
  }

  private void assertStanding(Standing standing, long serial, Details... details)
      throws IOException {
    assertThat(read(written(details)).trail(input(serial, LINE)).standing()).isEqualTo(standing);
  }

  private TrailFolder written(Details... details) throws IOException {
    trails++;
    return TrailFolder.of(
        folder.resolve("trail-" + trails), Stream.of(details).map(TrailFolder::entry).toList());
  }

  private static TrailEvidence read(TrailFolder trail) {
    return TrailReading.copy(trail.path(), Trust.none()).read("staging");
  }

  private static Input input(@Nullable Long serial, @Nullable String lineage) {
    return new Input("state.json", "0".repeat(64), "1.0", "1.11.4", serial, lineage);
  }

  private static StateVersion state(long serial) {
    return new StateVersion(LINE, serial);
  }

  private static Details bootstrap() {
    return new Details.Bootstrap("tfstate", null, List.of("bucket made"));
  }

  private static Details approval(String plan) {
    return new Details.Approval(plan, "bob", "reviewed", null);
  }

  private static Details apply(Phase phase, String plan, long serial, long... approvals) {
    boolean ended = phase == Phase.ENDED;
    return new Details.Apply(
        phase,
        plan,
        state(serial),
        Arrays.stream(approvals).boxed().toList(),
        ended ? Outcome.DONE : null,
        ended ? 1 : null,
        ended ? Details.Verdict.PASSED : null);
  }

  private static Details destroy(Phase phase, long serial) {
    return new Details.Destroy(
        phase, PLAN, state(serial), List.of(), Outcome.DONE, 1, Details.Verdict.PASSED);
  }
}
