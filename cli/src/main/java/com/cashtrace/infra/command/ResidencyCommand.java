package com.cashtrace.infra.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What has to do with where data may be; its subcommands do the work. */
final class ResidencyCommand implements Runnable {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private ResidencyCommand() {}

  /** The command as the command line takes it. */
  static CommandSpec spec(World world, GlobalOptions options) {
    CommandSpec spec = new ResidencyCommand().spec;
    spec.usageMessage().description("Where data is and may be.").synopsisSubcommandLabel("COMMAND");
    spec.addSubcommand("rules", ResidencyRulesCommand.spec(world, options));
    spec.addSubcommand("scan", ResidencyScanCommand.spec(world, options));
    return spec;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
