package com.cashtrace.infra.command;

import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.plan.StoreGuard;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.report.PlanJson;
import com.cashtrace.infra.report.PlanMarkdown;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.report.PlanText;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.OfflinePlan;
import com.cashtrace.infra.run.PlanJudging;
import com.cashtrace.infra.run.Planned;
import com.cashtrace.infra.run.Rendering;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks, renders and plans an environment with real terraform. */
@Command(
    name = "plan",
    description = {
      "Checks an environment, renders it, and plans it with terraform and the real provider.",
      "With --offline it needs no account, no credentials and no state, and plans everything as"
          + " new. Exits 3 if a spec is wrong, if the plan destroys or replaces a store of data"
          + " that no --allow-destroy names, or if data is or goes where it must not be or where"
          + " nobody can tell. Forms: text, json, markdown."
    })
final class PlanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ENV", description = "The environment: a file below environments/.")
  private String environment = "";

  @Option(names = "--offline", description = "Without an account. This version plans only so.")
  private boolean offline;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Keep the plan, its masked JSON and the summary in this folder, closed to others: the"
              + " plan itself may hold secrets.")
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
    PlanReport.Format format = format();
    if (!offline) {
      String message = "this version plans without an account only; add --offline";
      throw new ParameterException(spec.commandLine(), message);
    }
    Path project = options.project(world);
    Judging judging = residency.judging(spec, world, options);
    Rendering rendering =
        Rendering.of(
            new SpecFolder(project),
            options.resources(world),
            RootCommand.Version.number(),
            judging);
    PlanJudging residencyOfPlans = new PlanJudging(judging, options.resources(world));
    Rendering.Result<Planned> planned =
        rendering.render(
            List.of(environment),
            (env, tree) ->
                offlinePlan(project, residencyOfPlans)
                    .plan(env, tree, new StoreGuard(allowed), outFolder()));
    ProblemForms.tell(planned.checked(), world, options);
    return planned.values().isEmpty()
        ? planned.checked().exitCode().value()
        : end(planned.values().get(0), format);
  }

  private int end(Planned result, PlanReport.Format format) throws IOException {
    PlanReport report = result.report();
    if (report == null) {
      result.problems().forEach(new Failures(world, options)::print);
      return ExitCode.FAILED.value();
    }
    format.write(report, world.out());
    return report.exitCode(detailed).value();
  }

  private PlanReport.Format format() {
    return switch (options.format(spec, List.of("text", "json", "markdown"))) {
      case "json" -> new PlanJson(detailed);
      case "markdown" -> new PlanMarkdown();
      default -> new PlanText(options.color(world, world.outTerminal()));
    };
  }

  private @Nullable Path outFolder() {
    return out == null ? null : world.directory().resolve(out);
  }

  private OfflinePlan offlinePlan(Path project, PlanJudging planned) {
    TerraformOptions found = terraform.options(world);
    CliConfig config = CliConfig.of(found);
    Failures failures = new Failures(world, options);
    if (config.warning() != null) {
      failures.print(config.warning());
    }
    var runner = new ProcessRunner(new Interrupts());
    return new OfflinePlan(
        Terraform.offline(found, config, runner), project, new ProgressWatcher(world), planned);
  }
}
