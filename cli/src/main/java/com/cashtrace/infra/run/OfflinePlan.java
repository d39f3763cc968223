package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.plan.StoreGuard;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.terraform.InitResult;
import com.cashtrace.infra.terraform.OfflineOverride;
import com.cashtrace.infra.terraform.OnlineAdvice;
import com.cashtrace.infra.terraform.PlanMode;
import com.cashtrace.infra.terraform.ProviderConfiguration;
import com.cashtrace.infra.terraform.Shown;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans a rendered root with real terraform, without an account or a network. What it makes lies in
 * a scratch folder: the next run starts from what init left there, and no plan stays behind.
 */
public final class OfflinePlan {

  /** The folder below the project that holds one scratch folder for each environment. */
  public static final String SCRATCH = "build/.offline";

  private static final String ROOT = "root";
  private static final String IMPORTS = "imports.tf";

  private final Planning planning;
  private final Path project;

  /** Plans below {@value #SCRATCH} of the project. */
  public OfflinePlan(Terraform terraform, Path project, PlanWatcher watcher, PlanJudging judging) {
    this.planning = new Planning(terraform, new KeyIsNoSecret(watcher), judging);
    this.project = project;
  }

  /**
   * Plans one environment.
   *
   * @param stores which stores the plan may destroy or replace
   * @param out where plan, masked JSON and summary are kept, or null to keep nothing
   */
  public Planned plan(
      Environment environment, RenderedTree tree, StoreGuard stores, @Nullable Path out) {
    String label = SCRATCH + "/" + environment.name();
    PrivateFolder folder = PrivateFolder.at(project.resolve(label));
    PlaceFinder places =
        new PlaceFinder(environment, label + "/" + ROOT, OnlineAdvice.Surroundings.UNKNOWN);
    return folder.alone(
        () -> {
          write(tree, folder.resolve(ROOT), places.root());
          try (PlanFiles files = new PlanFiles(folder)) {
            Planned planned = plan(files, folder.resolve(ROOT), places, stores);
            if (out != null && planned.report() != null) {
              files.keep(planned.report(), PrivateFolder.at(out));
            }
            return planned;
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

  private Planned plan(PlanFiles files, Path root, PlaceFinder places, StoreGuard stores) {
    long begun = System.nanoTime();
    InitResult init = init(root);
    if (!init.succeeded()) {
      return new Planned(null, init.problems());
    }
    Planned planned =
        planning.plan(new PlanTask(root, files, places, PlanMode.CHANGE, stores, init, begun));
    PlanReport report = planned.report();
    return report == null ? planned : new Planned(report.with(places.adoptions()), List.of());
  }

  private InitResult init(Path root) {
    try (Shown step = planning.watcher().begin("init")) {
      return planning.terraform().init(root, step);
    }
  }

  /**
   * Keeps the key that stands in the override from being taken for a secret: it is a word of the
   * language.
   */
  private record KeyIsNoSecret(PlanWatcher watcher) implements PlanWatcher {

    @Override
    public Shown begin(String name) {
      return watcher.begin(name);
    }

    @Override
    public void secret(String text) {
      if (!text.equals(OfflineOverride.KEY)) {
        watcher.secret(text);
      }
    }
  }
}
