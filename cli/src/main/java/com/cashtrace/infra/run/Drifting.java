package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.plan.Drift;
import com.cashtrace.infra.plan.PlanReader;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.DriftReport;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.terraform.PlanMode;
import com.cashtrace.infra.terraform.PlanRun;
import com.cashtrace.infra.terraform.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is in an account with the state, by a refresh-only plan of terraform's, and judges
 * where the data of what is there really is. Nothing is changed and nothing kept. A refresh-only
 * plan knows nothing of what the spec says and nobody has applied yet, and fails where something
 * else is made from that; then a whole plan is made, for what refreshing finds on its way.
 *
 * @param roots makes the roots ready
 * @param judging judges
 * @param workplace where this process runs
 */
public record Drifting(OnlineRoots roots, PlanJudging judging, Workplace workplace) {

  /**
   * What it gave.
   *
   * @param report the drift, or null if terraform could not look
   * @param problems why it could not
   */
  public record Result(@Nullable DriftReport report, List<Problem> problems) {

    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** Looks at one environment. */
  public Result look(Environment environment) {
    OnlineRoots.Attempt<Result> attempt = LiveState.with(roots, environment, this::look);
    Result result = attempt.value();
    return result == null ? new Result(null, attempt.problems()) : result;
  }

  private Result look(OnlineRoot root, StateFile state) {
    try (PlanFiles files = new PlanFiles(root.folder())) {
      List<Problem> left = LeftStates.found(root, state, workplace);
      Look only = look(root, files, PlanMode.REFRESH_ONLY);
      Look look = only.isUnexplained() ? look(root, files, PlanMode.REFRESH) : only;
      return look.run().succeeded()
          ? new Result(read(root, files, look.run(), both(left, look.told())), List.of())
          : new Result(null, both(left, only.told()));
    }
  }

  /**
   * One plan.
   *
   * @param run how it ended
   * @param told what terraform said
   */
  private record Look(PlanRun run, List<Problem> told) {

    /** True if it failed, and not for a reason that the next one would fail for too. */
    boolean isUnexplained() {
      return !run.succeeded()
          && told.stream().filter(Problem::isError).allMatch(PlaceFinder::isUnexplained);
    }
  }

  private Look look(OnlineRoot root, PlanFiles files, PlanMode mode) {
    try (Shown step = roots.watcher().begin("refresh")) {
      PlanRun run = root.terraform().plan(root.path(), mode, files.plan(), step);
      return new Look(
          run, run.diagnostics().stream().map(each -> root.places().problem(each)).toList());
    }
  }

  private static List<Problem> both(List<Problem> one, List<Problem> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private DriftReport read(OnlineRoot root, PlanFiles files, PlanRun run, List<Problem> told) {
    List<Problem> problems = Collections.synchronizedList(new ArrayList<>(told));
    AtomicReference<@Nullable Drift> drift = new AtomicReference<>();
    AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();
    PlanReader reader = new PlanReader(roots.watcher()::secret);
    root.terraform()
        .show(
            root.path(),
            files.plan(),
            json ->
                verdict.set(
                    SharedReading.read(
                        json,
                        stream -> drift.set(reader.drift("the refresh", stream)),
                        stream -> judging.judgeLive(stream, root.environment(), problems))));
    return new DriftReport(
        root.environment().name(),
        Objects.requireNonNull(drift.get(), "terraform showed nothing, and no failure either"),
        Objects.requireNonNull(verdict.get(), "what was shown was judged"),
        problems,
        Planning.words(run.arguments()),
        Duration.ofNanos(System.nanoTime() - root.begun()));
  }
}
