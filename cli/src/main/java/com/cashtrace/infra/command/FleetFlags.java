package com.cashtrace.infra.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The environments of a command that works on each of them by itself, and how many at once. */
final class FleetFlags {

  @Parameters(
      paramLabel = "ENV",
      arity = "0..*",
      description = "Environments: names of files below environments/.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "All environments.")
  private boolean all;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "How many environments to work on at once. Default: as many as there are cores.")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  /** The names that were given, each once; empty for all. */
  List<String> names(CommandSpec spec) {
    if (all == !names.isEmpty()) {
      String message =
          all
              ? "--all and names of environments exclude each other"
              : "an environment is missing: name one or more, or give --all";
      throw new ParameterException(spec.commandLine(), message);
    }
    if (parallelism < 1) {
      String message = "--parallelism is '" + parallelism + "', and has to be 1 or more";
      throw new ParameterException(spec.commandLine(), message);
    }
    return List.copyOf(new LinkedHashSet<>(names));
  }

  /** True if one environment was named: its results then stand alone. */
  boolean isOne() {
    return new LinkedHashSet<>(names).size() == 1;
  }

  /** Fails where an option makes sense for one environment only. */
  void requireOne(CommandSpec spec, String option) {
    if (!isOne()) {
      throw new ParameterException(spec.commandLine(), option + " goes with one ENV");
    }
  }

  int parallelism() {
    return parallelism;
  }
}
