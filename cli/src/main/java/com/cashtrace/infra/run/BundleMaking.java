package com.cashtrace.infra.run;

import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.plan.Counts;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.residency.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan with an account, judges it, and writes down what it was made from.
 *
 * @param planning makes and judges it
 * @param account whose state it is planned against
 * @param commit finds the sources
 * @param workplace where this process runs
 */
record BundleMaking(
    Planning planning, OnlineAccount account, SourceCommit commit, Workplace workplace) {

  /**
   * What came of it.
   *
   * @param plan null if terraform made none
   * @param problems why it made none
   */
  record Result(@Nullable MadePlan plan, List<Problem> problems) {}

  /**
   * Makes it in the work folder. It takes over what an apply that was killed made and did not get
   * to write into the state, as far as terraform lets it.
   *
   * @param told hears of each of those
   * @throws FailureException {@code plan-overtaken} if the state changed meanwhile; {@code
   *     destroy-knows-less} if a plan to destroy would leave something
   */
  Result make(OnlineRoot root, PlanFiles files, PlanWish wish, Consumer<Problem> told) {
    Orphans orphans = Orphans.of(root, files.plan(), planning.watcher(), told);
    if (wish.mode() == PlanBundle.Mode.DESTROY) {
      orphans.requireNone();
      return make(root, files, wish);
    }
    boolean adopts = orphans.adopt();
    Result made = make(root, files, wish);
    if (adopts && made.plan() == null) {
      orphans.refused(made.problems());
      return make(root, files, wish);
    }
    return made;
  }

  private Result make(OnlineRoot root, PlanFiles files, PlanWish wish) {
    PlanBundle.State state = account.state();
    Instant made = workplace.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Planned planned = planning.plan(PlanTask.of(root, files, wish));
    PlanReport report = planned.report();
    if (report == null) {
      return new Result(null, planned.problems());
    }
    requireSame(state, account.state());
    PlanBundle bundle = bundle(root, report, files, new Origin(made, state, wish));
    return new Result(
        new MadePlan(report, StoredBundle.write(bundle, root.folder(), root.label())), List.of());
  }

  /** What the plan was made for, from and when. */
  private record Origin(Instant made, PlanBundle.State state, PlanWish wish) {}

  private void requireSame(PlanBundle.State before, PlanBundle.State after) {
    if (!before.equals(after)) {
      throw new FailureException(
          Problem.unlocated(
              "plan-overtaken",
              String.format(
                  Locale.ROOT,
                  "the state went from serial %d to %d while the plan was made",
                  before.serial(),
                  after.serial()),
              "somebody else has applied something; plan again"));
    }
  }

  private PlanBundle bundle(OnlineRoot root, PlanReport report, PlanFiles files, Origin origin) {
    Environment environment = root.environment();
    RootDigests digests = RootDigests.of(environment, root.tree());
    return new PlanBundle(
        Digests.ofFile(files.plan()),
        environment.name(),
        account.caller().account(),
        account.place().region(),
        origin.wish().mode(),
        origin.made(),
        new PlanBundle.Planner(
            account.recorder().principal().name(), account.recorder().principal().arn()),
        new PlanBundle.Digests(
            digests.spec(), digests.root(), Digests.ofFile(files.masked()), digests.lockFile()),
        origin.state(),
        verdict(report),
        changes(report.summary().total()),
        origin.wish().addresses(),
        report.arguments(),
        new PlanBundle.Versions(workplace.program(), report.summary().header().terraformVersion()),
        commit.find());
  }

  private static PlanBundle.Changes changes(Counts counts) {
    return new PlanBundle.Changes(
        counts.create(), counts.update(), counts.replace(), counts.delete());
  }

  private static PlanBundle.Verdict verdict(PlanReport report) {
    Verdict verdict = Objects.requireNonNull(report.residency(), "an online plan is judged");
    Map<String, Integer> exposures = new TreeMap<>();
    verdict.findings().forEach(f -> exposures.merge(f.exposure().word(), 1, Integer::sum));
    return PlanBundle.Verdict.of(
        report.passed(), verdict.asOf(), verdict.profiles(), exposures, verdict.ruleSet());
  }
}
