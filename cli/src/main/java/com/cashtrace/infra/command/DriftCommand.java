package com.cashtrace.infra.command;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.report.DriftJson;
import com.cashtrace.infra.report.DriftMarkdown;
import com.cashtrace.infra.report.DriftReport;
import com.cashtrace.infra.report.DriftText;
import com.cashtrace.infra.run.Drifting;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.OnlineRoots;
import com.cashtrace.infra.run.PlanJudging;
import com.cashtrace.infra.run.PlanWatcher;
import com.cashtrace.infra.run.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what was changed in an account behind terraform's back. */
@Command(
    name = "drift",
    description = {
      "Compares what is in the accounts of environments with their states, by a refresh-only plan,"
          + " and tells what was changed or removed behind terraform's back; and judges where the"
          + " data of what is there is. Changes nothing.",
      "What data sources read is no drift, and neither is an attribute that nothing in the root"
          + " sets: such are told apart. Exits 3 if data is or goes where it must not be or where"
          + " nobody can tell. Forms: text, json, markdown (for an issue)."
    })
final class DriftCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private FleetFlags environments = new FleetFlags();

  @Option(
      names = {"--detailed-exitcode", "-detailed-exitcode"},
      description = "Exit 2 instead of 0 if something drifted.")
  private boolean detailed;

  @Mixin private TerraformFlags terraform = new TerraformFlags();
  private final ResidencyFlags residency = new ResidencyFlags();

  private final World world;
  private final GlobalOptions options;

  private DriftCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    DriftCommand command = new DriftCommand(world, options);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    command.residency.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    String form = options.format(spec, List.of("text", "json", "markdown"));
    List<String> names = environments.names(spec);
    Path project = options.project(world);
    Judging judging = residency.judging(spec, world, options);
    Rendering rendering = options.rendering(world, judging);
    PlanJudging judge = new PlanJudging(judging, options.resources(world));
    Fleet fleet = new Fleet(world, options, environments, form.equals("json"));
    return fleet.work(rendering.check(names), () -> work(rendering, project, judge, form)).value();
  }

  private Fleet.Work work(Rendering rendering, Path project, PlanJudging judge, String form) {
    Function<PlanWatcher, OnlineRoots> roots =
        terraform.programs(world, options).online(rendering, project);
    return (environment, own, watcher) -> {
      Drifting drifting = new Drifting(roots.apply(watcher), judge, world.workplace());
      return end(drifting.look(environment), own, form);
    };
  }

  private Fleet.Outcome end(Drifting.Result result, World own, String form) throws IOException {
    DriftReport report = result.report();
    if (report == null) {
      return new Fleet.Outcome(ExitCode.FAILED, result.problems());
    }
    format(form).write(report, own.out());
    StringBuilder page = new StringBuilder();
    new DriftMarkdown().write(report, page);
    new GithubFiles(world).summary(page.toString());
    return Fleet.Outcome.of(report.exitCode(detailed));
  }

  private DriftReport.Format format(String form) {
    return switch (form) {
      case "json" -> new DriftJson(detailed);
      case "markdown" -> new DriftMarkdown();
      default -> new DriftText(options.color(world, world.outTerminal()));
    };
  }
}
