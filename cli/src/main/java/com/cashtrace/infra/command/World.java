package com.cashtrace.infra.command;

import com.cashtrace.infra.mask.Masker;
import com.cashtrace.infra.run.Workplace;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command may see of the world around it.
 *
 * @param out the result asked for
 * @param err everything else
 * @param in what is piped into the program
 * @param masker hides secrets in both
 * @param environment the process' environment variables
 * @param directory the working folder
 * @param home the folder of the program's own checkout, or null where it runs without the launcher
 * @param clock tells the day by which residency is judged where none is given
 * @param outTerminal true if a person watches stdout
 * @param errTerminal true if a person watches stderr
 */
public record World(
    PrintWriter out,
    PrintWriter err,
    InputStream in,
    Masker masker,
    Map<String, String> environment,
    Path directory,
    @Nullable Path home,
    Clock clock,
    boolean outTerminal,
    boolean errTerminal) {

  /** Copies the variables. */
  public World {
    environment = Map.copyOf(environment);
  }

  /** Where the command runs, as locks and records tell it. */
  Workplace workplace() {
    return new Workplace(environment, RootCommand.Version.number(), clock);
  }

  /** The same world, told of somewhere else first; who reads it in the end is the same. */
  World telling(PrintWriter otherOut, PrintWriter otherErr) {
    return new World(
        otherOut,
        otherErr,
        in,
        masker,
        environment,
        directory,
        home,
        clock,
        outTerminal,
        errTerminal);
  }
}
