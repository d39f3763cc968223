package com.cashtrace.infra.command;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.RenderReport;
import com.cashtrace.infra.report.RenderedFolder;
import com.cashtrace.infra.run.Rendering;
import com.cashtrace.infra.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Writes the Terraform root of environments, or compares it with what is on the disk. */
final class RenderCommand implements Callable<Integer> {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final EnvironmentNames environments = new EnvironmentNames();

  private final OptionSpec out =
      OptionSpec.builder("--out")
          .type(Path.class)
          .paramLabel("DIR")
          .description("The folder to write to, for one environment. Default: build/ENV.")
          .build();

  private final Flag check =
      Flag.of("--check", "Write nothing; exit 3 if the folder is out of date.");

  private final Flag diff = Flag.of("--diff", "Write nothing; print what would change as a diff.");

  private final World world;
  private final GlobalOptions options;

  private RenderCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    RenderCommand command = new RenderCommand(world, options);
    CommandSpec spec = command.spec;
    command.environments.addTo(spec);
    spec.addOption(command.out).addOption(command.check.option()).addOption(command.diff.option());
    spec.usageMessage()
        .description(
            "Writes the Terraform root of environments to build/ENV/, and only the files that"
                + " changed.",
            "Files that this program did not write are never touched. Exits 3 if a spec is wrong,"
                + " and under --check if the folder is not what would be rendered. Forms: text,"
                + " json.");
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    List<String> names = environments.names(spec);
    if (out.getValue() != null && names.size() != 1) {
      throw new ParameterException(spec.commandLine(), "--out goes with one ENV");
    }
    Path project = options.project(world);
    Rendering rendering =
        options.rendering(world, new ResidencyFlags().judging(spec, world, options));
    boolean writes = !check.isSet() && !diff.isSet();
    Rendering.Result<RenderedFolder> rendered =
        rendering.render(
            names,
            (environment, tree) -> {
              Workspace place = place(project, environment.name());
              return writes ? Rendering.write(tree, place) : Rendering.compare(tree, place);
            });
    CheckResult result = rendered.checked();
    List<RenderedFolder> folders = rendered.values();
    ProblemForms.tell(result, world, options);
    if (result.exitCode() == ExitCode.OK) {
      print(new RenderReport(folders, writes), json);
    }
    boolean outdated = check.isSet() && folders.stream().anyMatch(folder -> !folder.isCurrent());
    return result.exitCode().and(outdated ? ExitCode.FINDINGS : ExitCode.OK).value();
  }

  private Workspace place(Path project, String environment) {
    Path folder = out.getValue();
    return folder == null
        ? new Workspace(project.resolve("build").resolve(environment), "build/" + environment)
        : new Workspace(world.directory().resolve(folder), folder.toString());
  }

  private void print(RenderReport report, boolean json) throws IOException {
    if (json) {
      report.json(world.out());
    } else if (diff.isSet()) {
      report.diff(world.out());
    } else {
      report.text(world.out());
    }
  }
}
