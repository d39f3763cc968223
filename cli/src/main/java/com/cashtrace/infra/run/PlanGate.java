package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.backend.ClockSkew;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.PlanReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything that refuses a plan which was put away. Nothing is asked of the world here: it gets
 * values and gives problems.
 *
 * @param environment by its spec as it is now
 * @param ledger what the trail tells of the plan
 */
record PlanGate(Environment environment, PlanLedger ledger) {

  private static final String AGAIN = "plan again";

  /** What two clocks can differ by that AWS both takes; of a wrong one no age can be told. */
  private static final Duration CLOCKS = ClockSkew.MOST.multipliedBy(2);

  /** What keeps a plan from being applied, but for what the judge says of it today. */
  List<Problem> apply(StoredBundle stored, Standing now) {
    List<Problem> problems = new ArrayList<>(genuine(stored));
    PlanBundle bundle = stored.bundle();
    problems.addAll(usable(bundle, now.time()));
    problems.addAll(same(bundle, now));
    problems.addAll(approved(bundle));
    return problems;
  }

  /** What shows that it is not the plan that was made, or not of this environment. */
  List<Problem> genuine(StoredBundle stored) {
    List<Problem> problems = new ArrayList<>();
    PlanBundle bundle = stored.bundle();
    ledger
        .plan()
        .ifPresentOrElse(
            record ->
                problems.addAll(
                    stored.check(
                        record.entry().digests().getOrDefault(PlanRecords.BUNDLE, "none"))),
            () ->
                problems.add(
                    refusal(
                        "plan-not-recorded",
                        "the audit trail of '%s' knows of no plan '%s'"
                            .formatted(environment.name(), bundle.id()),
                        "only what this program planned and recorded is taken; " + AGAIN)));
    if (!bundle.environment().equals(environment.name())) {
      problems.add(
          refusal(
              "plan-other-environment",
              "the plan is of environment '%s', not of '%s'"
                  .formatted(bundle.environment(), environment.name()),
              "name the environment that it was made for"));
    }
    return problems;
  }

  /** What shows that it is too late for the plan, or that it was no good from the beginning. */
  List<Problem> usable(PlanBundle bundle, Instant now) {
    List<Problem> problems = new ArrayList<>();
    Duration age = Duration.between(bundle.made(), now);
    Duration most = Duration.ofSeconds(environment.plans().maxAge().seconds());
    if (age.compareTo(most) > 0) {
      problems.add(
          refusal(
              "plan-too-old",
              String.format(
                  Locale.ROOT,
                  "the plan was made at %s, %d minutes ago, and may be '%s' old",
                  bundle.made(),
                  age.toMinutes(),
                  environment.plans().maxAge()),
              AGAIN + ", or raise plans.maxAge of the spec"));
    }
    if (age.negated().compareTo(CLOCKS) > 0) {
      problems.add(
          refusal(
              "plan-not-yet-made",
              "the plan was made at %s, and here it is only %s".formatted(bundle.made(), now),
              "set the clock of this machine; if it is right, that of the planner was not: "
                  + AGAIN));
    }
    if (!bundle.verdict().passed()) {
      problems.add(
          refusal(
              "plan-refused",
              "the plan was refused when it was made",
              "mend what stands against it, and " + AGAIN));
    }
    return problems;
  }

  private static List<Problem> same(PlanBundle bundle, Standing now) {
    List<Problem> problems = new ArrayList<>();
    if (bundle.mode() != now.mode()) {
      problems.add(
          refusal(
              "plan-mode",
              "the plan is made to %s, and the command to %s"
                  .formatted(word(bundle.mode()), word(now.mode())),
              "apply takes plans of plan; destroy makes its own"));
    }
    if (!bundle.account().equals(now.account())) {
      problems.add(
          refusal(
              "plan-account",
              "the plan is of account '%s', and the credentials are of '%s'"
                  .formatted(bundle.account(), now.account()),
              "use the account that it was made in, or " + AGAIN));
    }
    sources(bundle.digests(), now.digests(), problems);
    if (!bundle.state().equals(now.state())) {
      problems.add(
          refusal(
              "plan-state-changed",
              String.format(
                  Locale.ROOT,
                  "the plan is for serial %d of lineage '%s', and the state has serial %d of lineage '%s'",
                  bundle.state().serial(),
                  bundle.state().lineage(),
                  now.state().serial(),
                  now.state().lineage()),
              "something was applied or restored since; " + AGAIN));
    }
    return problems;
  }

  private static String word(PlanBundle.Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  /** The root holds spec and lock file too: only where neither differs is it told by itself. */
  private static void sources(PlanBundle.Digests then, RootDigests now, List<Problem> problems) {
    boolean spec = !then.spec().equals(now.spec());
    boolean lockFile = !then.lockFile().equals(now.lockFile());
    if (spec) {
      problems.add(
          refusal(
              "plan-spec-changed",
              "the spec is another than the one that was planned",
              AGAIN + ", or go back to the commit of the plan"));
    }
    if (lockFile) {
      problems.add(
          refusal(
              "plan-lock-file-changed",
              "the lock file of the providers is another than the one that was planned with",
              AGAIN + ", or use the version of this program that planned"));
    }
    if (!spec && !lockFile && !then.root().equals(now.root())) {
      problems.add(
          refusal(
              "plan-root-changed",
              "the spec renders to another root than the one that was planned",
              AGAIN + ", or use the program, templates and modules of the plan"));
    }
  }

  private List<Problem> approved(PlanBundle bundle) {
    if (environment.tier() != Tier.PRODUCTION || !approvals().isEmpty()) {
      return List.of();
    }
    String first =
        ledger.approvals().isEmpty()
            ? "nobody has approved the plan"
            : "no approval of the plan is by somebody who may give it";
    String hint =
        "'approve %s --reason TEXT' by one of: %s; not by '%s', who planned it"
            .formatted(PlanName.inBucket(bundle), approvers().words(), bundle.planner().name());
    return List.of(refusal("DEPLOY_APPROVAL_REQUIRED", first, hint));
  }

  /** The approvals that count. */
  List<AuditRecord> approvals() {
    return ledger.approvals(approvers());
  }

  Approvers approvers() {
    return new Approvers(environment.account().approveRoles());
  }

  /** What the judge's second look adds. */
  static List<Problem> judgedAgain(PlanBundle bundle, String planJson, PlanReport report) {
    List<Problem> problems = new ArrayList<>();
    if (!planJson.equals(bundle.digests().planJson())) {
      problems.add(
          refusal(
              "plan-shown-differently",
              "terraform shows the plan in another way than when it was made",
              "apply with the terraform that planned, " + bundle.versions().terraform()));
    }
    if (!report.passed() && bundle.verdict().passed()) {
      problems.add(
          refusal(
              "plan-verdict-changed",
              "the plan passed when it was made, and does not pass by the rules and the day of now",
              "mend what stands against it, and " + AGAIN));
    }
    return problems;
  }

  private static Problem refusal(String code, String message, String hint) {
    return Problem.unlocated(code, message, hint);
  }
}
