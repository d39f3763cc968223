package com.cashtrace.infra.command;

import com.cashtrace.infra.backend.Change;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.report.BootstrapJson;
import com.cashtrace.infra.report.BootstrapReport;
import com.cashtrace.infra.report.BootstrapText;
import com.cashtrace.infra.run.Bootstrapping;
import com.cashtrace.infra.run.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the bucket, the table and the keys that an environment's state needs. */
@Command(
    name = "bootstrap",
    description = {
      "Makes the bucket, the lock table and the KMS keys of an environment's state, or puts right"
          + " what of them is not as it must be.",
      "It may be run again at any time, also after it was interrupted, and then does what is left"
          + " to do. Forms: text, json."
    })
final class StateBootstrapCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ENV", description = "The environment: a file below environments/.")
  private String environment = "";

  @Option(names = "--dry-run", description = "Tell what would be changed, and change nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Go on with an environment of tier production.")
  private boolean yes;

  @Option(
      names = {"--detailed-exitcode", "-detailed-exitcode"},
      description = "Exit 2 instead of 0 if there was something to change.")
  private boolean detailed;

  private final World world;
  private final GlobalOptions options;

  StateBootstrapCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    Validation validation =
        Validation.of(
            new SpecFolder(options.project(world)),
            options.resources(world),
            new ResidencyFlags().judging(spec, world, options));
    Bootstrapping.Result result =
        new Bootstrapping(validation, world.workplace())
            .run(
                environment,
                new Bootstrapping.Wish(dryRun, yes),
                json ? change -> {} : this::print);
    ProblemForms.tell(result.checked(), world, options);
    BootstrapReport report = result.report();
    if (report == null) {
      return result.checked().exitCode().value();
    }
    if (json) {
      new BootstrapJson().write(report, detailed, world.out());
    } else {
      new BootstrapText().writeEnd(report, world.out());
    }
    return report.exitCode(detailed).value();
  }

  /** Each line as soon as it is true: an interruption leaves what was done on the screen. */
  private void print(Change change) {
    try {
      new BootstrapText().write(change, world.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    world.out().flush();
  }
}
