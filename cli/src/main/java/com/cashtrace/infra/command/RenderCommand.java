package com.cashtrace.infra.command;

import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.RenderReport;
import com.cashtrace.infra.report.RenderedFolder;
import com.cashtrace.infra.report.TextProblems;
import com.cashtrace.infra.run.Rendering;
import com.cashtrace.infra.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the Terraform root of environments, or compares it with what is on the disk. */
@Command(
    name = "render",
    description = {
      "Writes the Terraform root of environments to build/ENV/, and only the files that changed.",
      "Files that this program did not write are never touched. Exits 3 if a spec is wrong, and"
          + " under --check if the folder is not what would be rendered. Forms: text, json."
    })
final class RenderCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private EnvironmentNames environments = new EnvironmentNames();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write to, for one environment. Default: build/ENV.")
  private @Nullable Path out;

  @Option(names = "--check", description = "Write nothing; exit 3 if the folder is out of date.")
  private boolean check;

  @Option(names = "--diff", description = "Write nothing; print what would change as a diff.")
  private boolean diff;

  private final World world;
  private final GlobalOptions options;

  RenderCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    List<String> names = environments.names(spec);
    if (out != null && names.size() != 1) {
      throw new ParameterException(spec.commandLine(), "--out goes with one ENV");
    }
    Path project = options.project(world);
    Rendering rendering =
        Rendering.of(
            new SpecFolder(project),
            options.resources(world),
            RootCommand.Version.number(),
            new ResidencyFlags().judging(spec, world, options));
    List<RenderedFolder> folders = new ArrayList<>();
    boolean writes = !check && !diff;
    CheckResult result =
        rendering.render(
            names,
            (environment, tree) -> {
              Workspace place = place(project, environment.name());
              folders.add(writes ? Rendering.write(tree, place) : Rendering.compare(tree, place));
            });
    if (!result.problems().isEmpty()) {
      new TextProblems(options.color(world, world.errTerminal())).write(result, world.err());
    }
    if (result.exitCode() == ExitCode.OK) {
      print(new RenderReport(folders, writes), json);
    }
    boolean outdated = check && folders.stream().anyMatch(folder -> !folder.isCurrent());
    return result.exitCode().and(outdated ? ExitCode.FINDINGS : ExitCode.OK).value();
  }

  private Workspace place(Path project, String environment) {
    return out == null
        ? new Workspace(project.resolve("build").resolve(environment), "build/" + environment)
        : new Workspace(world.directory().resolve(out), out.toString());
  }

  private void print(RenderReport report, boolean json) throws IOException {
    if (json) {
      report.json(world.out());
    } else if (diff) {
      report.diff(world.out());
    } else {
      report.text(world.out());
    }
  }
}
