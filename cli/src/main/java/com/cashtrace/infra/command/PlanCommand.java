package com.cashtrace.infra.command;

import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.plan.StoreGuard;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.report.PlanJson;
import com.cashtrace.infra.report.PlanMarkdown;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.report.PlanText;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.OfflinePlan;
import com.cashtrace.infra.run.OnlinePlan;
import com.cashtrace.infra.run.OnlineRoots;
import com.cashtrace.infra.run.OutFolder;
import com.cashtrace.infra.run.PlanJudging;
import com.cashtrace.infra.run.PlanWatcher;
import com.cashtrace.infra.run.PlanWish;
import com.cashtrace.infra.run.Planned;
import com.cashtrace.infra.run.Rendering;
import com.cashtrace.infra.run.SourceCommit;
import com.cashtrace.infra.run.Validation;
import com.cashtrace.infra.terraform.Terraform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks, renders and plans an environment with real terraform. */
@Command(
    name = "plan",
    description = {
      "Checks environments, renders them, and plans them with terraform and the real provider,"
          + " several at once, against their states, which are refreshed first. A plan is kept in"
          + " the state's bucket for 14 days, to be approved and applied, and recorded in the audit"
          + " trail, whether it passed or not.",
      "With --offline it needs no account, no credentials and no state, plans everything as new,"
          + " and keeps and records nothing. Exits 3 if a spec is wrong, if the plan destroys or"
          + " replaces a store of data that no --allow-destroy names, or if data is or goes where"
          + " it must not be or where nobody can tell. Forms: text, json, markdown."
    })
final class PlanCommand implements Callable<Integer> {

  private static final Problem HOLDS_SECRETS =
      new Problem(
          Severity.WARNING,
          "plan-holds-secrets",
          "a binary plan holds every secret of the state in clear text",
          null,
          "keep the folder closed to others, and remove it when the plan was applied");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private FleetFlags environments = new FleetFlags();

  @Option(names = "--offline", description = "Plan without an account.")
  private boolean offline;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Keep the plan, its masked JSON and the summary in this folder instead of the bucket,"
              + " closed to others: the plan itself may hold secrets. Of several environments each"
              + " gets a folder in it.")
  private @Nullable Path out;

  @Option(
      names = {"--detailed-exitcode", "-detailed-exitcode"},
      description = "Exit 2 instead of 0 if the plan has changes.")
  private boolean detailed;

  @Option(
      names = "--allow-destroy",
      paramLabel = "ADDRESS",
      description = "A store of data that the plan may destroy or replace; may be repeated.")
  private Set<String> allowed = new LinkedHashSet<>();

  @Mixin private TerraformFlags terraform = new TerraformFlags();
  private final ResidencyFlags residency = new ResidencyFlags();

  private final World world;
  private final GlobalOptions options;

  PlanCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    PlanCommand command = new PlanCommand(world, options);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    command.residency.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    List<String> forms = List.of("text", "json", "markdown");
    boolean json = options.format(spec, forms).equals("json");
    List<String> names = names();
    Path project = options.project(world);
    Judging judging = residency.judging(spec, world, options);
    Rendering rendering = options.rendering(world, judging);
    PlanJudging planned = new PlanJudging(judging, options.resources(world));
    Validation.Checked checked = rendering.check(names);
    PlanPages pages = new PlanPages(world);
    Fleet fleet = new Fleet(world, options, environments, json);
    ExitCode code = fleet.work(checked, () -> work(planner(rendering, project, planned), pages));
    pages.write(checked, code);
    return code.value();
  }

  private Fleet.Work work(Planner planner, PlanPages pages) {
    return (environment, own, watcher) -> {
      return end(planner.plan(environment, watcher), environment, own, pages);
    };
  }

  private List<String> names() {
    List<String> names = environments.names(spec);
    if (!allowed.isEmpty()) {
      environments.requireOne(spec, "--allow-destroy");
    }
    return names;
  }

  /** Plans an environment. */
  @FunctionalInterface
  private interface Planner {
    Planned plan(Environment environment, PlanWatcher watcher);
  }

  private Fleet.Outcome end(Planned result, Environment environment, World own, PlanPages pages)
      throws IOException {
    PlanReport report = result.report();
    if (report == null) {
      pages.failed(environment.name(), result.problems());
      return new Fleet.Outcome(ExitCode.FAILED, result.problems());
    }
    pages.planned(report);
    format().write(report, own.out());
    return Fleet.Outcome.of(report.exitCode(detailed));
  }

  private PlanReport.Format format() {
    return switch (options.format(spec, List.of("text", "json", "markdown"))) {
      case "json" -> new PlanJson(detailed);
      case "markdown" -> new PlanMarkdown();
      default -> new PlanText(options.color(world, world.outTerminal()));
    };
  }

  private @Nullable OutFolder outFolder(Environment environment) {
    if (out == null) {
      return null;
    }
    Path folder = environments.isOne() ? out : out.resolve(environment.name());
    return new OutFolder(world.directory().resolve(folder), folder.toString());
  }

  private Planner planner(Rendering rendering, Path project, PlanJudging judging) {
    TerraformFlags.Programs programs = terraform.programs(world, options);
    if (offline) {
      return offlinePlan(programs.offline(), rendering, project, judging);
    }
    if (out != null) {
      new Failures(world, options).print(HOLDS_SECRETS);
    }
    SourceCommit commit = new SourceCommit(programs.runner(), project, world.environment());
    return onlinePlan(programs.online(rendering, project), judging, commit);
  }

  private Planner offlinePlan(
      Terraform program, Rendering rendering, Path project, PlanJudging judging) {
    return (environment, watcher) -> {
      RenderedTree tree = rendering.tree(environment);
      OutFolder folder = outFolder(environment);
      return new OfflinePlan(program, project, watcher, judging)
          .plan(environment, tree, new StoreGuard(allowed), folder == null ? null : folder.path());
    };
  }

  private Planner onlinePlan(
      Function<PlanWatcher, OnlineRoots> roots, PlanJudging judging, SourceCommit commit) {
    PlanWish wish = new PlanWish(PlanBundle.Mode.CHANGE, new TreeSet<>(allowed));
    return (environment, watcher) ->
        new OnlinePlan(roots.apply(watcher), judging, commit, world.workplace())
            .plan(environment, wish, outFolder(environment));
  }
}
