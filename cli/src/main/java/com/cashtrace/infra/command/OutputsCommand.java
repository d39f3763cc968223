package com.cashtrace.infra.command;

import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.report.OutputsReport;
import com.cashtrace.infra.run.LiveState;
import com.cashtrace.infra.run.OnlineRoots;
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
import picocli.CommandLine.Spec;

/** Tells what applications need to know of an environment. */
@Command(
    name = "outputs",
    description = {
      "Tells the outputs of environments, as their states have them. What terraform marks as"
          + " sensitive, and what a name says is secret, is not shown. Forms: text, json."
    })
final class OutputsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private FleetFlags environments = new FleetFlags();
  @Mixin private TerraformFlags terraform = new TerraformFlags();

  private final World world;
  private final GlobalOptions options;

  OutputsCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = options.format(spec, List.of("text", "json")).equals("json");
    List<String> names = environments.names(spec);
    Path project = options.project(world);
    Rendering rendering =
        options.rendering(world, new ResidencyFlags().judging(spec, world, options));
    Fleet fleet = new Fleet(world, options, environments, json);
    return fleet.work(rendering.check(names), () -> work(rendering, project, json)).value();
  }

  private Fleet.Work work(Rendering rendering, Path project, boolean json) {
    Function<PlanWatcher, OnlineRoots> roots =
        terraform.programs(world, options).online(rendering, project);
    return (environment, own, watcher) -> {
      OnlineRoots.Attempt<StateContent> state =
          new LiveState(roots.apply(watcher)).read(environment);
      StateContent content = state.value();
      if (content == null) {
        return new Fleet.Outcome(ExitCode.FAILED, state.problems());
      }
      OutputsReport report = new OutputsReport(environment.name(), content.outputs());
      if (json) {
        report.json(own.out());
      } else {
        report.text(!environments.isOne(), own.out());
      }
      return Fleet.Outcome.of(ExitCode.OK);
    };
  }
}
