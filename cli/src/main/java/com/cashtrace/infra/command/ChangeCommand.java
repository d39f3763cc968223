package com.cashtrace.infra.command;

import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ApplyJson;
import com.cashtrace.infra.report.ApplyReport;
import com.cashtrace.infra.report.ApplyText;
import com.cashtrace.infra.report.PlanJson;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.report.PlanText;
import com.cashtrace.infra.run.Applying;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.OnlineRoots;
import com.cashtrace.infra.run.PlanJudging;
import com.cashtrace.infra.run.PlanName;
import com.cashtrace.infra.run.PlanWatcher;
import com.cashtrace.infra.run.PlanWish;
import com.cashtrace.infra.run.Rendering;
import com.cashtrace.infra.run.SourceCommit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that changes an environment: it plans, shows the plan, asks, and carries it out. */
abstract class ChangeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private FleetFlags environments = new FleetFlags();

  @Option(
      names = "--yes",
      description = "Do not ask for the name of the environment, as a build server can't type.")
  private boolean yes;

  @Option(
      names = "--allow-destroy",
      paramLabel = "ADDRESS",
      description = "A store of data that may be destroyed or replaced; may be repeated.")
  private Set<String> allowed = new LinkedHashSet<>();

  @Mixin private TerraformFlags terraform = new TerraformFlags();
  private final ResidencyFlags residency = new ResidencyFlags();

  private final World world;
  private final GlobalOptions options;
  private final PlanBundle.Mode mode;

  ChangeCommand(World world, GlobalOptions options, PlanBundle.Mode mode) {
    this.world = world;
    this.options = options;
    this.mode = mode;
  }

  final CommandSpec asSpec() {
    CommandSpec made = CommandSpec.forAnnotatedObject(this);
    residency.addTo(made);
    return made;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    List<String> names = environments.names(spec);
    requireOne();
    Path project = options.project(world);
    Judging judging = residency.judging(spec, world, options);
    Rendering rendering = options.rendering(world, judging);
    Fleet fleet = new Fleet(world, options, environments, json);
    return fleet
        .work(rendering.check(names), () -> work(rendering, project, judging, json))
        .value();
  }

  /** What makes sense for one environment only, and the question, which many can't ask at once. */
  private void requireOne() {
    if (!allowed.isEmpty()) {
      environments.requireOne(spec, "--allow-destroy");
    }
    if (mode == PlanBundle.Mode.DESTROY) {
      environments.requireOne(spec, "destroy");
    }
    if (plan() != null) {
      environments.requireOne(spec, "--plan");
      if (!allowed.isEmpty()) {
        String message = "--allow-destroy is said when a plan is made, and not with --plan";
        throw new ParameterException(spec.commandLine(), message);
      }
    } else if (!yes) {
      environments.requireOne(spec, "a question for the name, without --yes,");
    }
  }

  /** The plan that was put away, as the user calls it; null to make one. */
  abstract @Nullable String plan();

  private Fleet.Work work(Rendering rendering, Path project, Judging judging, boolean json) {
    TerraformFlags.Programs programs = terraform.programs(world, options);
    Function<PlanWatcher, OnlineRoots> roots = programs.online(rendering, project);
    SourceCommit commit = new SourceCommit(programs.runner(), project, world.environment());
    PlanJudging plans = new PlanJudging(judging, options.resources(world));
    return (env, own, watcher) -> {
      Applying applying =
          new Applying(
              roots.apply(watcher),
              plans,
              commit,
              world.workplace(),
              new Failures(own, options)::print);
      return end(result(applying, env, own, json), own, json);
    };
  }

  private Applying.Result result(Applying applying, Environment env, World own, boolean json) {
    String plan = plan();
    if (plan != null) {
      return applying.apply(env, PlanName.of(plan, world.directory()));
    }
    PlanWish wish = new PlanWish(mode, new TreeSet<>(allowed));
    return applying.apply(env, wish, made -> confirm(env, made, own, json));
  }

  private Fleet.Outcome end(Applying.Result result, World own, boolean json) throws IOException {
    PlanReport refused = result.refused();
    if (refused != null) {
      PlanReport.Format format = json ? new PlanJson(false) : text();
      format.write(refused, own.out());
    }
    ApplyReport applied = result.applied();
    if (applied != null) {
      boolean colour = options.color(world, world.outTerminal());
      ApplyReport.Format format = json ? new ApplyJson() : new ApplyText(colour);
      format.write(applied, own.out());
    }
    return new Fleet.Outcome(result.exitCode(), result.problems());
  }

  private PlanText text() {
    return new PlanText(options.color(world, world.outTerminal()));
  }

  /** Shows the plan where it is not in the way of a document, and has the name typed. */
  private void confirm(Environment env, PlanReport plan, World own, boolean json) {
    try {
      text().write(plan, json ? own.err() : own.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    own.out().flush();
    own.err().flush();
    boolean free = mode == PlanBundle.Mode.DESTROY && env.tier() == Tier.PREVIEW;
    if (yes || free || !plan.summary().total().hasChanges()) {
      return;
    }
    String verb = mode == PlanBundle.Mode.DESTROY ? "destroy" : "apply this plan to";
    world.err().print("type '" + env.name() + "' to " + verb + " it: ");
    world.err().flush();
    String typed = new TypedLine(world.in()).read();
    if (!typed.equals(env.name())) {
      throw new FailureException(
          Problem.unlocated(
              "not-confirmed",
              typed.isEmpty()
                  ? "nobody typed the name of the environment; nothing was changed"
                  : "'" + typed + "' is not the name of the environment; nothing was changed",
              "type it, or pipe it in; --yes goes on without, where nobody can type"),
          ExitCode.FINDINGS,
          null);
    }
  }
}
