package com.cashtrace.infra.command;

import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.report.ResidencyDiff;
import com.cashtrace.infra.run.ResidencyComparison;
import com.cashtrace.infra.run.ResidencyReporting;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what moved between two residency reports. */
@Command(
    name = "diff",
    description = {
      "Tells what moved between two reports: each a file that residency-report --format json wrote,"
          + " a plan or state as 'terraform show -json' prints it, or an environment.",
      "Exits 0 whether or not something moved. Forms: text, json."
    })
final class ResidencyReportDiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "A", description = "The former: a file, or an environment.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "The later: a file, or an environment.")
  private String after = "";

  private final ResidencyFlags residency = new ResidencyFlags();

  private final World world;
  private final GlobalOptions options;

  private ResidencyReportDiffCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** The command as the command line takes it. */
  static CommandLine line(World world, GlobalOptions options) {
    ResidencyReportDiffCommand command = new ResidencyReportDiffCommand(world, options);
    CommandLine line = new CommandLine(command);
    command.residency.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    ResidencyReporting reporting =
        ResidencyReporting.of(
            new SpecFolder(options.project(world)),
            options.resources(world),
            residency.judging(spec, world, options),
            RootCommand.Version.number());
    var comparison =
        new ResidencyComparison(
            options.resources(world), world.directory(), reporting, residency.timeSource());
    ResidencyDiff diff = comparison.compare(before, after);
    if (json) {
      diff.json(world.out());
    } else {
      diff.text(world.out());
    }
    return 0;
  }
}
