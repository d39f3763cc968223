package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Entry;
import com.cashtrace.infra.audit.Host;
import com.cashtrace.infra.audit.Principal;
import com.cashtrace.infra.bundle.BundleSamples;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.SampleEnvironments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanGateTest {

  private static final String SPEC =
      """
      specVersion: 1
      tier: %s
      account:
        id: "111122223333"
        roles: { plan: infra-plan, apply: a, breakGlass: b, approve: [infra-approve, dpo] }
      state: { bucket: tfstate, key: sample/terraform.tfstate }
      plans: { maxAge: %s }
      dns: { domain: example.org, zoneId: Z0123456789ABC }
      place: { provider: aws, region: af-south-1, zones: [af-south-1a, af-south-1b] }
      residency: { profiles: [african-regions] }
      network: { cidr: 10.9.0.0/16 }
      tags: { owner: platform, cost-centre: cc-1 }
      """;

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final StoredBundle stored = BundleSamples.stored(BundleSamples.bundle());
  private final PlanBundle bundle = stored.bundle();
  private final AuditRecord made = record(1, bundle.planner().arn(), plan());
  private final Standing now =
      new Standing(
          NOON,
          "111122223333",
          PlanBundle.Mode.CHANGE,
          new RootDigests("1".repeat(64), "2".repeat(64), "3".repeat(64)),
          new PlanBundle.State("6f3c", 7));

  private Details.Plan plan() {
    return new Details.Plan(
        bundle.id(),
        Details.Verdict.PASSED,
        new Details.Changes(2, 1, 0, 0),
        new Details.StateVersion("6f3c", 7),
        null);
  }

  private AuditRecord record(long sequence, String arn, Details details) {
    String name = arn.replaceAll(".*(?:assumed-role|user)/([^/]+).*", "$1");
    Entry entry =
        Entry.of(
            new Principal(name, arn),
            new Host("machine", null, "0.1.0"),
            Map.of("bundle", stored.digest()),
            details);
    return new AuditRecord("sample", sequence, "0".repeat(32), NOON, entry, "0".repeat(64));
  }

  private AuditRecord approval(long sequence, String arn) {
    return record(
        sequence,
        "arn:aws:sts::111122223333:" + arn,
        new Details.Approval(bundle.id(), "infra-plan", "fine", null));
  }

  private static Environment environment(String tier) {
    return SampleEnvironments.of("sample", SPEC.formatted(tier, "24h"));
  }

  private List<String> refusals(StoredBundle plan, Standing standing) {
    return codes(gate("development").apply(plan, standing));
  }

  private PlanGate gate(String tier, AuditRecord... approvals) {
    return new PlanGate(environment(tier), new PlanLedger(Optional.of(made), List.of(approvals)));
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }

  @Test
  void letsThePlanPassThatWasMade() {
    assertThat(refusals(stored, now)).isEmpty();
  }

  @Test
  void refusesAPlanThatNobodyRecordedOrThatIsAnotherThanTheRecorded() {
    PlanLedger empty = new PlanLedger(Optional.empty(), List.of());
    assertThat(codes(new PlanGate(environment("development"), empty).apply(stored, now)))
        .containsExactly("plan-not-recorded");

    AuditRecord other = record(1, bundle.planner().arn(), plan());
    Entry entry =
        Entry.of(
            other.entry().principal(), other.entry().host(), Map.of(), other.entry().details());
    AuditRecord bare =
        new AuditRecord("sample", 1, other.id(), other.time(), entry, other.previous());
    PlanLedger withoutDigest = new PlanLedger(Optional.of(bare), List.of());
    assertThat(codes(new PlanGate(environment("development"), withoutDigest).apply(stored, now)))
        .containsExactly("bundle-changed");
  }

  @Test
  void refusesWhatDoesNotFitAnyMore() {
    RootDigests digests = now.digests();
    assertThat(refusals(stored, with(new RootDigests("x", "y", digests.lockFile()))))
        .containsExactly("plan-spec-changed");
    assertThat(refusals(stored, with(new RootDigests(digests.spec(), "y", "z"))))
        .containsExactly("plan-lock-file-changed");
    assertThat(refusals(stored, with(new RootDigests("x", "y", "z"))))
        .containsExactly("plan-spec-changed", "plan-lock-file-changed");
    assertThat(refusals(stored, with(new RootDigests(digests.spec(), "y", digests.lockFile()))))
        .containsExactly("plan-root-changed");
    assertThat(refusals(stored, with(new PlanBundle.State("6f3c", 8))))
        .containsExactly("plan-state-changed");
    assertThat(refusals(stored, with(new PlanBundle.State("77aa", 7))))
        .containsExactly("plan-state-changed");
    assertThat(
            refusals(stored, new Standing(NOON, "999988887777", now.mode(), digests, now.state())))
        .containsExactly("plan-account");
    assertThat(
            refusals(
                stored,
                new Standing(NOON, now.account(), PlanBundle.Mode.DESTROY, digests, now.state())))
        .containsExactly("plan-mode");
  }

  private Standing with(RootDigests digests) {
    return new Standing(NOON, now.account(), now.mode(), digests, now.state());
  }

  private Standing with(PlanBundle.State state) {
    return new Standing(NOON, now.account(), now.mode(), now.digests(), state);
  }

  @Test
  void refusesAPlanThatIsOlderThanTheSpecAllows() {
    assertThat(refusals(stored, at("2026-11-23T06:00:00.500Z"))).isEmpty();
    assertThat(refusals(stored, at("2026-11-23T06:00:00.501Z"))).containsExactly("plan-too-old");

    Environment quick = SampleEnvironments.of("sample", SPEC.formatted("development", "90m"));
    PlanGate gate = new PlanGate(quick, new PlanLedger(Optional.of(made), List.of()));
    assertThat(codes(gate.apply(stored, at("2026-11-22T07:30:00Z")))).isEmpty();
    assertThat(gate.apply(stored, at("2026-11-22T07:31:00Z")))
        .extracting(Problem::message)
        .containsExactly(
            "the plan was made at 2026-11-22T06:00:00.500Z, 90 minutes ago, and may be '90m' old");
  }

  @Test
  void refusesAPlanWhoseAgeNobodyCanTellSinceAClockIsWrong() {
    assertThat(refusals(stored, at("2026-11-22T05:50:00.500Z"))).isEmpty();
    assertThat(gate("development").apply(stored, at("2026-11-22T05:50:00.499Z")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("plan-not-yet-made");
              assertThat(problem.message())
                  .contains("2026-11-22T06:00:00.500Z, and here it is only 2026-11-22T05:50");
              assertThat(problem.hint()).contains("set the clock of this machine");
            });
  }

  private Standing at(String time) {
    return new Standing(Instant.parse(time), now.account(), now.mode(), now.digests(), now.state());
  }

  @Test
  void refusesThePlanOfAnotherEnvironmentAndOneThatWasRefused() {
    Environment other = SampleEnvironments.of("other", SPEC.formatted("development", "24h"));
    PlanGate gate = new PlanGate(other, new PlanLedger(Optional.of(made), List.of()));
    assertThat(codes(gate.apply(stored, now))).containsExactly("plan-other-environment");

    PlanBundle refused = BundleSamples.refused().bundle();
    assertThat(codes(gate("development").usable(refused, NOON))).containsExactly("plan-refused");
  }

  @Test
  void asksForASecondPersonInProductionOnly() {
    assertThat(codes(gate("production").apply(stored, now)))
        .containsExactly("DEPLOY_APPROVAL_REQUIRED");
    assertThat(codes(gate("staging").apply(stored, now))).isEmpty();

    AuditRecord approval = approval(2, "assumed-role/infra-approve/bob");
    assertThat(gate("production", approval).apply(stored, now)).isEmpty();
    assertThat(gate("production", approval).approvals()).containsExactly(approval);
  }

  @Test
  void countsNoApprovalByThePlannerByAnotherRoleOrFromBeforeThePlan() {
    List<AuditRecord> worthless = new ArrayList<>();
    worthless.add(approval(2, "assumed-role/infra-plan/somebody-else"));
    worthless.add(approval(3, "assumed-role/infra-apply/bob"));
    worthless.add(approval(4, "user/bob"));
    worthless.add(approval(1, "assumed-role/infra-approve/bob"));

    for (AuditRecord approval : worthless) {
      List<Problem> problems = gate("production", approval).apply(stored, now);
      assertThat(codes(problems))
          .as(approval.entry().principal().arn())
          .containsExactly("DEPLOY_APPROVAL_REQUIRED");
      assertThat(problems.get(0).message()).startsWith("no approval of the plan is by somebody");
      assertThat(problems.get(0).hint())
          .contains("infra-approve, dpo", "not by 'infra-plan'", "approve sample/");
    }
    assertThat(codes(gate("production", worthless.toArray(AuditRecord[]::new)).apply(stored, now)))
        .containsExactly("DEPLOY_APPROVAL_REQUIRED");
  }

  @Test
  void countsNoApprovalByAnApproverWhoPlanned() {
    String planner = "arn:aws:sts::111122223333:assumed-role/infra-approve/ada";
    AuditRecord own = record(1, planner, plan());
    AuditRecord approval = approval(2, "assumed-role/infra-approve/another-session");
    PlanLedger ledger = new PlanLedger(Optional.of(own), List.of(approval));

    assertThat(codes(new PlanGate(environment("production"), ledger).apply(stored, now)))
        .containsExactly("DEPLOY_APPROVAL_REQUIRED");
  }

  @Test
  void admitsRolesPermissionSetsAndUsersThatTheSpecNames() {
    Approvers approvers = new Approvers(List.of("infra-approve", "Approvers", "dpo"));
    String account = "arn:aws:sts::111122223333:";

    assertThat(
            approvers.admit(principal("infra-approve", account + "assumed-role/infra-approve/x")))
        .isTrue();
    assertThat(approvers.admit(principal("dpo", "arn:aws:iam::111122223333:user/people/dpo")))
        .isTrue();
    String set = "assumed-role/AWSReservedSSO_%s_0123456789abcdef/%s";
    assertThat(approvers.admit(principal("eve", account + set.formatted("Approvers", "eve"))))
        .isTrue();
    assertThat(
            approvers.admit(
                principal("infra-approve", account + set.formatted("Planners", "infra-approve"))))
        .as("a user of Identity Center who has the name of a role")
        .isFalse();
    assertThat(approvers.admit(principal("infra-plan", account + "assumed-role/infra-plan/dpo")))
        .isFalse();
  }

  private static Principal principal(String name, String arn) {
    return new Principal(name, arn);
  }
}
