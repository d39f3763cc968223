package com.cashtrace.infra.command;

import com.cashtrace.infra.mask.Masker;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What one command line gave, run inside the test's own process.
 *
 * @param exitCode the process' exit code
 * @param out stdout
 * @param err stderr
 */
public record CommandRun(int exitCode, String out, String err) {

  /** The day of every test: before the Central Bank's circular binds. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  static CommandRun in(Path directory, String... words) {
    return with(Map.of(), directory, words);
  }

  static CommandRun with(Map<String, String> environment, Path directory, String... words) {
    return at(CLOCK, environment, directory, words);
  }

  /** With a clock of its own. */
  static CommandRun at(
      Clock clock, Map<String, String> environment, Path directory, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code;
    try (PrintWriter stdout = new PrintWriter(out);
        PrintWriter stderr = new PrintWriter(err)) {
      code = RootCommand.run(world(stdout, stderr, clock, environment, directory), words);
    }
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** A world without variables or input, which tells {@code err} what it has to say. */
  static World world(PrintWriter err) {
    return world(new PrintWriter(Writer.nullWriter()), err, CLOCK, Map.of(), Path.of(""));
  }

  private static World world(
      PrintWriter out,
      PrintWriter err,
      Clock clock,
      Map<String, String> environment,
      Path directory) {
    InputStream nothing = InputStream.nullInputStream();
    return new World(
        out, err, nothing, new Masker(), environment, directory, null, clock, false, false);
  }
}
