package com.cashtrace.infra.command;

import com.cashtrace.infra.bundle.PlanBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Removes all that an environment has. */
@Command(
    name = "destroy",
    description = {
      "Plans the removal of everything that an environment has, shows the plan, asks for the"
          + " environment's name, and carries the plan out. An environment of tier preview goes"
          + " without a question, one of tier production never goes.",
      "Exits 3 if a store of data would go that no --allow-destroy names, or if the name was not"
          + " typed. The state's bucket, its table and its keys stay. Forms: text, json."
    })
final class DestroyCommand extends ChangeCommand {

  private DestroyCommand(World world, GlobalOptions options) {
    super(world, options, PlanBundle.Mode.DESTROY);
  }

  /** A plan to destroy is never put away. */
  @Override
  @Nullable String plan() {
    return null;
  }

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    return new DestroyCommand(world, options).asSpec();
  }
}
