package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.report.ApplyReport;
import com.cashtrace.infra.report.PlanReport;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
  public Result apply(
      Environment environment, RenderedTree tree, PlanWish wish, Confirmation confirmation) {
    requireAllowed(environment, wish.mode());
    return ready(environment, tree, (work, files) -> plan(work, files, wish, confirmation));
  }

  /**
   * Carries out a plan that was put away, if it is the one that was made, judged and approved, and
   * still fits.
   *
   * @throws FailureException if somebody else is at work with the state, or if there is no such
   *     plan
   */
  public Result apply(Environment environment, RenderedTree tree, PlanName plan) {
    return ready(environment, tree, (work, files) -> open(work, files, plan));
  }

  /** A root and an account, ready to be worked with. */
  private record Work(OnlineRoot root, OnlineAccount account) {}

  private Result ready(
      Environment environment, RenderedTree tree, BiFunction<Work, PlanFiles, Result> use) {
    return OnlineAccount.with(
        environment,
        workplace,
        account -> {
          requireAlone(environment, account);
          OnlineRoots.Attempt<Result> attempt =
              roots.with(environment, tree, root -> settled(new Work(root, account), use));
          Result result = attempt.value();
          return result == null ? failed(attempt.problems()) : result;
        });
  }

  private Result settled(Work work, BiFunction<Work, PlanFiles, Result> use) {
    LeftStates.settled(work.root(), work.account(), workplace).forEach(told);
    try (PlanFiles files = new PlanFiles(work.root().folder())) {
      return use.apply(work, files);
    }
  }

  /** Tells of a run that has no end, and makes sure that nobody is at work with the state. */
  private void requireAlone(Environment environment, OnlineAccount account) {
    Unfinished.find(account.history(), environment.name()).ifPresent(told);
    new StateFile(account.aws(), account.place()).requireUnlocked();
  }

  private Result plan(Work work, PlanFiles files, PlanWish wish, Confirmation confirmation) {
    OnlineRoot root = work.root();
    Planning planning = new Planning(root.terraform(), roots.watcher(), judging);
    BundleMaking making = new BundleMaking(planning, work.account(), commit, workplace);
    BundleMaking.Result made = making.make(root, files, wish, told);
    MadePlan plan = made.plan();
    if (plan == null) {
      return failed(made.problems());
    }
    new PlanRecords(work.account().recorder()).record(plan, root.environment());
    if (!plan.report().passed()) {
      return new Result(null, plan.report(), List.of(), ExitCode.FINDINGS);
    }
    confirmation.confirm(plan.report());
    return carryOut(work, plan, files, List.of());
  }

  private Result open(Work work, PlanFiles files, PlanName name) {
    OnlineRoot root = work.root();
    Planning planning = new Planning(root.terraform(), roots.watcher(), judging);
    if (Orphans.of(root, files.plan(), roots.watcher(), told).adopt()) {
      throw new FailureException(
          Problem.unlocated(
              "plan-knows-less",
              "an apply that was killed made what this plan does not know of",
              "plan again: a plan that is made now takes it over"),
          ExitCode.FINDINGS,
          null);
    }
    OpenedPlan opened =
        new PlanOpening(planning, work.account(), workplace)
            .open(root, files, name.source(work.account().plans()), PlanBundle.Mode.CHANGE);
    PlanReport report = opened.report();
    if (report == null) {
      return new Result(null, null, opened.problems(), ExitCode.FINDINGS);
    }
    if (!opened.problems().isEmpty()) {
      return new Result(null, report.with(opened.problems()), List.of(), ExitCode.FINDINGS);
    }
    List<Long> approvals = opened.approvals().stream().map(AuditRecord::sequence).toList();
    return carryOut(work, new MadePlan(report, opened.stored()), files, approvals);
  }

  private static Result failed(List<Problem> problems) {
    return new Result(null, null, problems, ExitCode.FAILED);
  }

  private Result carryOut(Work work, MadePlan plan, PlanFiles files, List<Long> approvals) {
    ApplyReport report =
        new Execution(work.root(), work.account(), roots.watcher(), judging, workplace)
            .carryOut(plan, files.plan(), approvals);
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
