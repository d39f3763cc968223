package com.cashtrace.infra.command;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.CheckedFile;
import com.cashtrace.infra.report.KeptPlan;
import com.cashtrace.infra.report.PlanMarkdown;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.report.ProblemMarkdown;
import com.cashtrace.infra.run.Validation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a step of GitHub Actions hands on of plans: a page for each environment, and the values
 * {@code exit-code}, {@code has-changes} and {@code plans}. Plans may come from several threads.
 */
final class PlanPages {

  private final GithubFiles files;
  private final Map<String, PlanReport> plans = new ConcurrentHashMap<>();
  private final Map<String, List<Problem>> failures = new ConcurrentHashMap<>();

  PlanPages(World world) {
    this.files = new GithubFiles(world);
  }

  /** An environment was planned. */
  void planned(PlanReport report) {
    plans.put(report.environment(), report);
  }

  /** An environment could not be planned. */
  void failed(String environment, List<Problem> problems) {
    failures.put(environment, problems);
  }

  /** Hands all of it on, the environments in the order in which they were checked. */
  void write(Validation.Checked checked, ExitCode code) throws IOException {
    StringBuilder page = new StringBuilder();
    if (!checked.result().problems().isEmpty()) {
      new ProblemMarkdown().write(checked.result().summary(), checked.result().problems(), page);
    }
    for (CheckedFile file : checked.result().checked()) {
      String name = file.environment();
      PlanReport plan = plans.get(name);
      page.append(page.isEmpty() ? "" : "\n");
      if (plan != null) {
        new PlanMarkdown().write(plan, page);
      } else {
        List<Problem> problems = failures.getOrDefault(name, List.of());
        new ProblemMarkdown().write(name + " was not planned", problems, page);
      }
    }
    files.summary(page.toString());
    files.output("exit-code", String.valueOf(code.value()));
    files.output("has-changes", String.valueOf(hasChanges()));
    files.output("plans", kept(checked));
  }

  /** The names by which the plans can be approved and applied, parted by spaces. */
  private String kept(Validation.Checked checked) {
    List<String> names = new ArrayList<>();
    for (CheckedFile file : checked.result().checked()) {
      PlanReport plan = plans.get(file.environment());
      KeptPlan kept = plan == null ? null : plan.kept();
      if (kept != null) {
        names.add(kept.name());
      }
    }
    return String.join(" ", names);
  }

  private boolean hasChanges() {
    return plans.values().stream().anyMatch(plan -> plan.summary().total().hasChanges());
  }
}
