package com.cashtrace.infra.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.mask.Masker;
import com.cashtrace.infra.mask.MaskingWriter;
import java.io.ByteArrayInputStream;
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

  /** In the world of the tests, with these variables and no others. */
  public static CommandRun with(Map<String, String> environment, Path directory, String... words) {
    return at(CLOCK, environment, directory, words);
  }

  /** With a clock of its own. */
  static CommandRun at(
      Clock clock, Map<String, String> environment, Path directory, String... words) {
    return run(
        (out, err, masker) -> {
          InputStream in = InputStream.nullInputStream();
          return new World(out, err, in, masker, environment, directory, null, clock, false, false);
        },
        words);
  }

  /** With somebody who types, or pipes in, a text. */
  static CommandRun typing(
      String typed, Map<String, String> environment, Path directory, String... words) {
    InputStream in = new ByteArrayInputStream(typed.getBytes(UTF_8));
    return run(
        (out, err, masker) ->
            new World(out, err, in, masker, environment, directory, null, CLOCK, false, false),
        words);
  }

  /** Makes a world around the streams of a run. */
  private interface Making {
    World world(PrintWriter out, PrintWriter err, Masker masker);
  }

  /** Hides secrets as {@code Main} does. */
  private static CommandRun run(Making making, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Masker masker = new Masker();
    int code;
    try (PrintWriter stdout = new PrintWriter(new MaskingWriter(out, masker));
        PrintWriter stderr = new PrintWriter(new MaskingWriter(err, masker))) {
      code = RootCommand.run(making.world(stdout, stderr, masker), words);
    }
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** A world without variables or input, which tells {@code err} what it has to say. */
  static World world(PrintWriter err) {
    PrintWriter out = new PrintWriter(Writer.nullWriter());
    InputStream nothing = InputStream.nullInputStream();
    return new World(
        out, err, nothing, new Masker(), Map.of(), Path.of(""), null, CLOCK, false, false);
  }
}
