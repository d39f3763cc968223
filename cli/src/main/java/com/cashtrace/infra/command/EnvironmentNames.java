package com.cashtrace.infra.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The environments that a command works on. */
final class EnvironmentNames {

  @Parameters(
      paramLabel = "ENV",
      arity = "0..*",
      description = "Environments: names of files below environments/. None means all.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "All environments, which is the default too.")
  private boolean all;

  /** The names that were given; empty for all. */
  List<String> names(CommandSpec spec) {
    if (all && !names.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--all and names of environments exclude each other");
    }
    return List.copyOf(names);
  }
}
