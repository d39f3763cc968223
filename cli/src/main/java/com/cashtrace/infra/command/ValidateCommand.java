package com.cashtrace.infra.command;

import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.ProblemMarkdown;
import com.cashtrace.infra.report.ProblemReport;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.Validation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Checks specs: by the schema, by rules across their fields, against each other, by residency. */
final class ValidateCommand implements Callable<Integer> {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final EnvironmentNames environments = new EnvironmentNames();
  private final ResidencyFlags residency = new ResidencyFlags();
  private final FailOn failOn = new FailOn();
  private final World world;
  private final GlobalOptions options;

  private ValidateCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    ValidateCommand command = new ValidateCommand(world, options);
    command.environments.addTo(command.spec);
    command.residency.addTo(command.spec);
    command.failOn.addTo(command.spec);
    command
        .spec
        .usageMessage()
        .description(
            "Checks specs: by the schema, by rules across their fields, against each other, and by"
                + " the rules on where data may be.",
            "Exits 3 if something is wrong. Environments are compared with each other (isolation,"
                + " parity) where more than one is checked. Forms: text, json, sarif, junit,"
                + " github.");
    return command.spec;
  }

  @Override
  public Integer call() throws IOException {
    String format = options.format(spec, ProblemForms.NAMES);
    ProblemReport report = ProblemForms.of(format, world, options);
    List<String> names = environments.names(spec);
    SpecFolder folder = new SpecFolder(options.project(world));
    Judging judging = residency.judging(spec, world, options);
    Validation.Checked checked =
        Validation.of(folder, options.resources(world), judging).check(names);
    CheckResult result = failOn.apply(checked.result(), checked.verdicts());
    report.write(result, world.out());
    handOn(result);
    return result.exitCode().value();
  }

  /** Tells GitHub Actions too, where it is that which runs this. */
  private void handOn(CheckResult result) throws IOException {
    GithubFiles files = new GithubFiles(world);
    if (files.hasSummary()) {
      StringBuilder page = new StringBuilder();
      new ProblemMarkdown().write(result.summary(), result.problems(), page);
      files.summary(page.toString());
    }
    files.output("exit-code", String.valueOf(result.exitCode().value()));
    files.output("errors", String.valueOf(result.count(Severity.ERROR)));
    files.output("warnings", String.valueOf(result.count(Severity.WARNING)));
  }
}
