package com.cashtrace.infra.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about the place where terraform's state lies. */
@Command(
    name = "state",
    description =
        "Sees to the S3 bucket, the locks and the versions of an environment's Terraform state.",
    synopsisSubcommandLabel = "COMMAND")
final class StateCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command with its subcommands. */
  static CommandLine line(World world, GlobalOptions options) {
    return new CommandLine(new StateCommand())
        .addSubcommand(new StateBootstrapCommand(world, options))
        .addSubcommand(new StateStatusCommand(world, options))
        .addSubcommand(new StateHistoryCommand(world, options))
        .addSubcommand(new StateUnlockCommand(world, options))
        .addSubcommand(new StateRestoreCommand(world, options))
        .addSubcommand(new StatePushCommand(world, options));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: bootstrap, status, history, unlock, restore or push");
  }
}
