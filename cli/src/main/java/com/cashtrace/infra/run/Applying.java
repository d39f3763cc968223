package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import com.cashtrace.infra.place.Once;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ApplyReport;
import com.cashtrace.infra.report.PlanReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes environments: makes a plan, has it confirmed and carries it out.
 *
 * @param roots makes the roots ready
 * @param judging judges plans and states
 * @param commit finds the sources
 * @param workplace where this process runs
 * @param told hears of what people must know before the plan is made
 */
public record Applying(
    OnlineRoots roots,
    PlanJudging judging,
    SourceCommit commit,
    Workplace workplace,
    Consumer<Problem> told) {

  /** Asks a person. */
  @FunctionalInterface
  public interface Confirmation {

    /**
     * Shows a plan that passed, and returns if it may be carried out.
     *
     * @throws FailureException if it may not
     */
    void confirm(PlanReport plan);
  }

  /**
   * What came of it.
   *
   * @param applied what became of the plan, or null if it was not carried out
   * @param refused a plan that did not pass, or null
   * @param problems why there is no plan, or what refuses one that was put away
   * @param exitCode what the command returns
   */
  public record Result(
      @Nullable ApplyReport applied,
      @Nullable PlanReport refused,
      List<Problem> problems,
      ExitCode exitCode) {

    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Plans an environment and carries the plan out.
   *
   * @throws FailureException if the environment's tier does not allow it, if somebody else is at
   *     work with its state, or if it was not confirmed
   */
  public Result apply(Environment environment, PlanWish wish, Confirmation confirmation) {
    requireAllowed(environment, wish.mode());
    return ready(environment, work -> plan(work, wish, confirmation));
  }

  /**
   * Carries out a plan that was put away, if it is the one that was made, judged and approved, and
   * still fits.
   *
   * @throws FailureException if somebody else is at work with the state, or if there is no such
   *     plan
   */
  public Result apply(Environment environment, PlanName plan) {
    return ready(environment, work -> open(work, plan));
  }

  /**
   * A root, and an account that has not answered yet.
   *
   * @param root ready to be worked with
   * @param files of the plan
   * @param unfinished tells of an earlier run that has no end
   * @param account fails if somebody else is at work with the state
   */
  private record Work(
      OnlineRoot root,
      PlanFiles files,
      Meanwhile<Optional<Problem>> unfinished,
      Meanwhile<OnlineAccount> account) {}

  private Result ready(Environment environment, Function<Work, Result> use) {
    return OnlineAccount.with(environment, workplace, asked -> ready(environment, asked, use));
  }

  private Result ready(
      Environment environment, OnlineAccount.Asked asked, Function<Work, Result> use) {
    try (Meanwhile<Optional<Problem>> unfinished =
            asked.account().then(found -> Unfinished.find(found.history(), environment.name()));
        Meanwhile<OnlineAccount> account = unfinished.then(found -> alone(asked))) {
      OnlineRoots.Attempt<Result> attempt =
          roots.with(
              environment,
              asked.caller(),
              root -> {
                try (PlanFiles files = new PlanFiles(root.folder())) {
                  return use.apply(new Work(root, files, unfinished, account));
                }
              });
      Result result = attempt.value();
      return result == null ? failed(attempt.problems()) : result;
    }
  }

  private static OnlineAccount alone(OnlineAccount.Asked asked) {
    OnlineAccount account = asked.account().await();
    new StateFile(account.aws(), account.place()).requireUnlocked();
    return account;
  }

  /** Waits for the account, and tells and settles what earlier runs left. */
  private OnlineAccount settled(Work work) {
    work.unfinished().await().ifPresent(told);
    OnlineAccount account = work.account().await();
    LeftStates.settled(work.root(), account, workplace).forEach(told);
    return account;
  }

  private Result plan(Work work, PlanWish wish, Confirmation confirmation) {
    OnlineRoot root = work.root();
    OnlineAccount account = settled(work);
    Planning planning = new Planning(root.terraform(), roots.watcher(), judging);
    BundleMaking making = new BundleMaking(planning, account, commit, workplace);
    BundleMaking.Result made = making.make(root, work.files(), wish, told);
    MadePlan plan = made.plan();
    if (plan == null) {
      return failed(made.problems());
    }
    new PlanRecords(account.recorder()).record(plan, root.environment());
    if (!plan.report().passed()) {
      return new Result(null, plan.report(), List.of(), ExitCode.FINDINGS);
    }
    confirmation.confirm(plan.report());
    return carryOut(work, account, plan, List.of());
  }

  private Result open(Work work, PlanName name) {
    Planning planning = new Planning(work.root().terraform(), roots.watcher(), judging);
    Once<OnlineAccount> account = new Once<>(() -> knowing(work));
    OpenedPlan opened =
        new PlanOpening(planning, account, workplace)
            .open(work.root(), work.files(), name, PlanBundle.Mode.CHANGE);
    PlanReport report = opened.report();
    if (report == null) {
      return new Result(null, null, opened.problems(), ExitCode.FINDINGS);
    }
    if (!opened.problems().isEmpty()) {
      return new Result(null, report.with(opened.problems()), List.of(), ExitCode.FINDINGS);
    }
    List<Long> approvals = opened.approvals().stream().map(AuditRecord::sequence).toList();
    return carryOut(work, account.get(), new MadePlan(report, opened.stored()), approvals);
  }

  /** Waits for the account, and makes sure that its state knows all that was made. */
  private OnlineAccount knowing(Work work) {
    OnlineAccount account = settled(work);
    if (Orphans.of(work.root(), work.files().plan(), roots.watcher(), told).adopt()) {
      throw new FailureException(
          Problem.unlocated(
              "plan-knows-less",
              "an apply that was killed made what this plan does not know of",
              "plan again: a plan that is made now takes it over"),
          ExitCode.FINDINGS,
          null);
    }
    return account;
  }

  private static Result failed(List<Problem> problems) {
    return new Result(null, null, problems, ExitCode.FAILED);
  }

  private Result carryOut(Work work, OnlineAccount account, MadePlan plan, List<Long> approvals) {
    ApplyReport report =
        new Execution(work.root(), account, roots.watcher(), judging, workplace)
            .carryOut(plan, work.files().plan(), approvals);
    return new Result(report, null, List.of(), report.exitCode());
  }

  private static void requireAllowed(Environment environment, PlanBundle.Mode mode) {
    if (environment.tier() != Tier.PRODUCTION) {
      return;
    }
    String name = environment.name();
    throw new FailureException(
        switch (mode) {
          case DESTROY ->
              Problem.unlocated(
                  "destroy-production",
                  "environment '" + name + "' is of tier 'production', which is never destroyed",
                  "take components out of its spec one by one, each store with --allow-destroy");
          case CHANGE ->
              Problem.unlocated(
                  "DEPLOY_APPROVAL_REQUIRED",
                  "environment '"
                      + name
                      + "' is of tier 'production': it takes approved plans only",
                  "'plan %s', have somebody else 'approve' it, then 'apply %s --plan PLAN'"
                      .formatted(name, name));
        },
        ExitCode.FINDINGS,
        null);
  }
}
