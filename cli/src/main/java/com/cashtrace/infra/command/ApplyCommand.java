package com.cashtrace.infra.command;

import com.cashtrace.infra.bundle.PlanBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Makes an environment what its spec says. */
@Command(
    name = "apply",
    description = {
      "Plans an environment, shows the plan, asks for the environment's name, and carries the plan"
          + " out. Afterwards the state is judged, and the outputs are shown.",
      "Exits 3 if the plan or the state is refused, or if the name was not typed. A state that"
          + " terraform could not upload is kept, and told. Forms: text, json."
    })
final class ApplyCommand extends ChangeCommand {

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description =
          "Carry out this plan, as 'plan' names it: ENV/ID, or a folder that holds one. It must be"
              + " the one that was made, judged and, for production, approved, and must still fit.")
  private @Nullable String plan;

  private ApplyCommand(World world, GlobalOptions options) {
    super(world, options, PlanBundle.Mode.CHANGE);
  }

  @Override
  @Nullable String plan() {
    return plan;
  }

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    return new ApplyCommand(world, options).asSpec();
  }
}
