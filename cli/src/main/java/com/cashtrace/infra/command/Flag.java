package com.cashtrace.infra.command;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** An option without a value. */
record Flag(OptionSpec option) {

  /** A flag of one command. */
  static Flag of(String name, String description) {
    return of(name, description, ScopeType.LOCAL);
  }

  /** A flag of every command. */
  static Flag ofAll(String name, String description) {
    return of(name, description, ScopeType.INHERIT);
  }

  private static Flag of(String name, String description, ScopeType scope) {
    return new Flag(
        OptionSpec.builder(name)
            .type(boolean.class)
            .scopeType(scope)
            .description(description)
            .build());
  }

  /** True if the command line has it. */
  boolean isSet() {
    return Boolean.TRUE.equals(option.<Boolean>getValue());
  }
}
