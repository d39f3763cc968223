package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.plan.PlanSummary;
import com.cashtrace.infra.plan.StoreGuard;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.report.PlanMarkdown;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.terraform.InitResult;
import com.cashtrace.infra.terraform.OfflineOverride;
import com.cashtrace.infra.terraform.PlanMode;
import com.cashtrace.infra.terraform.PlanRun;
import com.cashtrace.infra.terraform.ProviderConfiguration;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Plans a rendered root with real terraform, without an account or a network. What it makes lies in
 * a scratch folder: the next run starts from what init left there, and no plan stays behind.
 */
public final class OfflinePlan {

  /** The folder below the project that holds one scratch folder for each environment. */
  public static final String SCRATCH = "build/.offline";

  private static final String ROOT = "root";
  private static final String SUMMARY = "summary.md";
  private static final String IMPORTS = "imports.tf";

  private final Terraform terraform;
  private final Path project;
  private final PlanWatcher watcher;
  private final PlanJudging judging;

  /** Plans below {@value #SCRATCH} of the project. */
  public OfflinePlan(Terraform terraform, Path project, PlanWatcher watcher, PlanJudging judging) {
    this.judging = judging;
    this.terraform = terraform;
    this.project = project;
    this.watcher = watcher;
  }

  /**
   * What planning gave.
   *
   * @param report the plan, or null if terraform made none
   * @param problems why it made none
   */
  public record Result(@Nullable PlanReport report, List<Problem> problems) {

    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Plans one environment.
   *
   * @param stores which stores the plan may destroy or replace
   * @param out where plan, masked JSON and summary are kept, or null to keep nothing
   */
  public Result plan(
      Environment environment, RenderedTree tree, StoreGuard stores, @Nullable Path out) {
    String label = SCRATCH + "/" + environment.name();
    PrivateFolder folder = PrivateFolder.at(project.resolve(label));
    PlaceFinder places = new PlaceFinder(environment, label + "/" + ROOT);
    return folder.alone(
        () -> {
          write(tree, folder.resolve(ROOT), places.root());
          try (PlanFiles files = new PlanFiles(folder)) {
            Result result = plan(files, folder.resolve(ROOT), places, stores);
            if (out != null && result.report() != null) {
              keep(files, result.report(), PrivateFolder.at(out));
            }
            return result;
          }
        });
  }

  private static void write(RenderedTree tree, Path root, String label) {
    SortedMap<String, String> files = new TreeMap<>(tree.files());
    files.remove(IMPORTS); // terraform would ask AWS for what is adopted
    new Workspace(root, label).write(new RenderedTree(tree.environment(), files));
    String override = OfflineOverride.text(List.of(new ProviderConfiguration(null)));
    AtomicFiles.shared().write(root.resolve(OfflineOverride.FILE), override);
  }

  private Result plan(PlanFiles files, Path root, PlaceFinder places, StoreGuard stores) {
    long begin = System.nanoTime();
    InitResult init = init(root);
    if (!init.succeeded()) {
      return new Result(null, init.problems());
    }
    PlanRun run = run(root, files);
    List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
    run.diagnostics().forEach(diagnostic -> problems.add(places.problem(diagnostic)));
    if (!run.succeeded()) {
      return new Result(null, problems);
    }
    AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();
    PlanSummary summary =
        files.read(
            terraform,
            root,
            this::hide,
            json -> verdict.set(judging.judge(json, places.environment(), problems)));
    problems.addAll(stores.judge(summary.losses(), places::component));
    problems.addAll(places.adoptions());
    List<String> arguments =
        run.arguments().entrySet().stream().map(a -> a.getKey() + "=" + a.getValue()).toList();
    Duration duration = Duration.ofNanos(System.nanoTime() - begin);
    String name = places.environment().name();
    String provider = init.mirror().sentence();
    return new Result(
        new PlanReport(name, summary, verdict.get(), problems, provider, arguments, duration),
        List.of());
  }

  private void hide(String secret) {
    if (!secret.equals(OfflineOverride.KEY)) {
      watcher.secret(secret);
    }
  }

  private InitResult init(Path root) {
    try (PlanWatcher.Step step = watcher.begin("init")) {
      return terraform.init(root, step);
    }
  }

  private PlanRun run(Path root, PlanFiles files) {
    try (PlanWatcher.Step step = watcher.begin("plan")) {
      return terraform.plan(root, PlanMode.CHANGE, files.plan(), step);
    }
  }

  private static void keep(PlanFiles files, PlanReport report, PrivateFolder out) {
    files.keep(out);
    try (Writer summary = out.writer(SUMMARY)) {
      new PlanMarkdown().write(report, summary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
