package com.cashtrace.infra.run;

import com.cashtrace.infra.plan.PlanSummary;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.terraform.PlanMode;
import com.cashtrace.infra.terraform.PlanRun;
import com.cashtrace.infra.terraform.Shown;
import com.cashtrace.infra.terraform.Terraform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans with terraform and judges them, with an account or without.
 *
 * @param terraform makes them
 * @param watcher is told what goes on, and every secret that a plan holds
 * @param judging judges them
 */
record Planning(Terraform terraform, PlanWatcher watcher, PlanJudging judging) {

  /** Has terraform plan, and judges what it planned. */
  Planned plan(PlanTask task) {
    PlanRun run = run(task);
    List<Problem> told =
        run.diagnostics().stream().map(diagnostic -> task.places().problem(diagnostic)).toList();
    return run.succeeded()
        ? new Planned(read(task, told, run.arguments()), List.of())
        : new Planned(null, told);
  }

  private PlanRun run(PlanTask task) {
    try (Shown step = watcher.begin("plan")) {
      return terraform.plan(task.root(), task.mode(), task.files().plan(), step);
    }
  }

  /**
   * Reads the plan out of its binary file and judges it.
   *
   * @param told what terraform said when it was made
   * @param arguments the user's own arguments that terraform got then
   */
  PlanReport read(PlanTask task, List<Problem> told, SortedMap<String, String> arguments) {
    List<Problem> problems = Collections.synchronizedList(new ArrayList<>(told));
    PlaceFinder places = task.places();
    boolean whole = task.mode() != PlanMode.DESTROY;
    AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();
    PlanSummary summary =
        task.files()
            .read(
                terraform,
                task.root(),
                watcher::secret,
                json -> verdict.set(judging.judge(json, places.environment(), whole, problems)));
    problems.addAll(task.stores().judge(summary.losses(), places::component));
    return new PlanReport(
        places.environment().name(),
        summary,
        verdict.get(),
        problems,
        task.init().mirror().sentence(),
        words(arguments),
        Duration.ofNanos(System.nanoTime() - task.begun()),
        null);
  }

  /** The user's own arguments of terraform, as reports tell them. */
  static List<String> words(SortedMap<String, String> arguments) {
    return arguments.entrySet().stream().map(a -> a.getKey() + "=" + a.getValue()).toList();
  }
}
