package com.cashtrace.infra.command;

import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.report.ChangeJson;
import com.cashtrace.infra.report.ChangeMatrix;
import com.cashtrace.infra.report.ChangeReport;
import com.cashtrace.infra.report.ChangeText;
import com.cashtrace.infra.revision.Git;
import com.cashtrace.infra.run.ChangedEnvironments;
import com.cashtrace.infra.run.Rendering;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells which environments a change in git touches, and why. */
@Command(
    name = "changed",
    description = {
      "Tells which environments a change in git touches, and why: their specs and what these"
          + " extend, residency profiles, schemas, templates, modules, the lock file of providers,"
          + " and the program itself where it stands in the same repository.",
      "Compared are the files as they are now, committed or not, with the newest commit that HEAD"
          + " and the revision share. The form github-matrix is the matrix of a job, with account,"
          + " region and roles of each environment; in GitHub Actions it becomes the step's outputs"
          + " 'matrix' and 'any' as well, and it exits 3 where the spec of a touched environment is"
          + " wrong. Forms: text, json, github-matrix."
    })
final class ChangedCommand implements Callable<Integer> {

  private static final String MATRIX = "github-matrix";

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Since since = new Since();

  private final World world;
  private final GlobalOptions options;

  /** One of the two is given. */
  static final class Since {

    @Option(
        names = "--base",
        paramLabel = "REV",
        description = "Since where: a branch, a tag or a commit.")
    private @Nullable String base;

    @Option(names = "--all", description = "All environments, whatever changed.")
    private boolean all;
  }

  ChangedCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    String form = options.format(spec, List.of("text", "json", MATRIX));
    SpecFolder folder = new SpecFolder(options.project(world));
    Rendering rendering =
        options.rendering(world, new ResidencyFlags().judging(spec, world, options));
    var environments =
        new ChangedEnvironments(folder, options.resources(world), rendering, world.home());
    String base = since.base;
    ChangedEnvironments.Result result =
        since.all || base == null ? environments.all() : environments.since(git(folder), base);
    return form.equals(MATRIX) ? matrix(result) : tell(form, result.report());
  }

  private Git git(SpecFolder folder) {
    return new Git(new ProcessRunner(new Interrupts()), folder.project(), world.environment());
  }

  private int tell(String form, ChangeReport report) throws IOException {
    ChangeReport.Format format = form.equals("json") ? new ChangeJson() : new ChangeText();
    format.write(report, world.out());
    return ExitCode.OK.value();
  }

  private int matrix(ChangedEnvironments.Result result) throws IOException {
    if (!result.report().isWhole()) {
      ProblemForms.tell(result.checked(), world, options);
      return ExitCode.FINDINGS.value();
    }
    StringBuilder matrix = new StringBuilder();
    new ChangeMatrix().write(result.report(), matrix);
    GithubFiles files = new GithubFiles(world);
    files.output("matrix", matrix.toString().strip());
    files.output("any", String.valueOf(!result.report().touched().isEmpty()));
    world.out().append(matrix);
    return ExitCode.OK.value();
  }
}
