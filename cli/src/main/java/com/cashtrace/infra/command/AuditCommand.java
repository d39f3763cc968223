package com.cashtrace.infra.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The audit trail; its subcommands do the work. */
@Command(
    name = "audit",
    description =
        "Shows, verifies and exports the trail of what was done to an environment."
            + " cli/AUDIT.md tells what it proves.",
    synopsisSubcommandLabel = "COMMAND")
final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command with its subcommands. */
  static CommandLine line(World world, GlobalOptions options) {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new AuditShowCommand(world, options))
        .addSubcommand(new AuditVerifyCommand(world, options))
        .addSubcommand(new AuditExportCommand(world, options));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: show, verify or export");
  }
}
