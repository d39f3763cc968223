package com.cashtrace.infra.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The environments that a command works on. */
final class EnvironmentNames {

  private final PositionalParamSpec names =
      PositionalParamSpec.builder()
          .paramLabel("ENV")
          .arity("0..*")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description("Environments: names of files below environments/. None means all.")
          .build();

  private final Flag all = Flag.of("--all", "All environments, which is the default too.");

  void addTo(CommandSpec spec) {
    spec.addPositional(names).addOption(all.option());
  }

  /** True if all environments were asked for by the flag. */
  boolean isAll() {
    return all.isSet();
  }

  /** The names that were given; empty for all. */
  List<String> names(CommandSpec spec) {
    List<String> given = names.getValue();
    if (all.isSet() && given != null && !given.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--all and names of environments exclude each other");
    }
    return given == null ? List.of() : List.copyOf(given);
  }
}
