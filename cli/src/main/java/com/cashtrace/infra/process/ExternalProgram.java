package com.cashtrace.infra.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One external program as it is to be run; it never goes through a shell and never gets input.
 *
 * @param command the program and its arguments, each one as the program is to see it
 * @param directory where it runs
 * @param environment all that it sees of the environment: nothing is inherited
 * @param timeout how long an answer may take; null for a program that takes the time it needs
 */
public record ExternalProgram(
    List<String> command,
    Path directory,
    Map<String, String> environment,
    @Nullable Duration timeout) {

  public ExternalProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("a program needs a name");
    }
  }

  /** The program as messages name it: without its arguments, which may be long. */
  public String name() {
    return command.get(0);
  }
}
