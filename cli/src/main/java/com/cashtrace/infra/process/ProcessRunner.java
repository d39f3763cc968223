package com.cashtrace.infra.process;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one external program to its end. Both output streams are drained at once, the program is
 * never killed, and an interrupt is passed on as {@link Interrupts} says.
 */
public final class ProcessRunner {

  /** How long the readers may take for what is left in the pipes after the program has ended. */
  private static final Duration LEFTOVERS = Duration.ofSeconds(30);

  /** How long a program that exceeded its time may take to obey before it is left alone. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Interrupts interrupts;

  /** Runs programs under the watch of {@code interrupts}, of which a process needs only one. */
  public ProcessRunner(Interrupts interrupts) {
    this.interrupts = interrupts;
  }

  /**
   * Runs the program and waits for its end.
   *
   * @return the exit status. What a reader threw is thrown only where that status is 0: after a
   *     failure the program's own words count, not that its output broke off
   * @throws FailureException if the program is missing or can't be started, if it exceeds its time,
   *     or, with {@link ExitCode#INTERRUPTED}, if an interrupt came while it ran
   */
  public int run(ExternalProgram program, OutputReader stdout, OutputReader stderr) {
    return run(program, null, stdout, stderr);
  }

  /**
   * The same for a program that must come to its end even if we do not.
   *
   * @param spool takes what it says, from where the readers get it; null for pipes
   */
  public int run(
      ExternalProgram program, @Nullable Spool spool, OutputReader stdout, OutputReader stderr) {
    try (Interrupts.Watch watch = start(program, spool)) {
      Process process = watch.process();
      var out = Drain.start(spool == null ? process.getInputStream() : spool.out(process), stdout);
      var err = Drain.start(spool == null ? process.getErrorStream() : spool.err(process), stderr);
      boolean ended = await(process, program.timeout());
      boolean drained = ended && out.join(LEFTOVERS) && err.join(LEFTOVERS);
      watch.requireUndisturbed();
      if (!drained) {
        throw failure("program-timeout", "'" + program.name() + "' does not come to an end", null);
      }
      if (process.exitValue() == 0) {
        out.rethrow();
        err.rethrow();
      }
      return process.exitValue();
    }
  }

  /**
   * Works while no interrupt ends us: one is told to the program that runs, if one does, and from
   * then on no other is started. For work of which others must learn how it ended.
   */
  public <T> T undisturbed(Supplier<T> work) {
    return interrupts.letFinish(work);
  }

  private Interrupts.Watch start(ExternalProgram program, @Nullable Spool spool) {
    if (!Files.isDirectory(program.directory())) {
      throw failure(
          "folder-missing",
          "can't run '" + program.name() + "': no folder '" + program.directory() + "'",
          null);
    }
    var builder = new ProcessBuilder(program.command()).directory(program.directory().toFile());
    builder.redirectInput(new File("/dev/null"));
    if (spool != null) {
      spool.redirect(builder);
    }
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    try {
      return interrupts.start(builder);
    } catch (IOException e) {
      throw failure(
          "program-missing",
          "can't run '" + program.name() + "': " + reason(e),
          "is it installed, is it on PATH, and may you execute it?");
    }
  }

  /** What the system said, without the words that Java puts around it. */
  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.lastIndexOf("error=");
    int comma = message.indexOf(", ", Math.max(at, 0));
    return at < 0 || comma < 0 ? message : message.substring(comma + 2);
  }

  private static boolean await(Process process, @Nullable Duration timeout) {
    if (timeout == null) {
      Uninterrupted.wait(
          () -> {
            process.waitFor();
            return true;
          });
      return true;
    }
    boolean ended = await(process, timeout.toMillis());
    if (!ended) {
      process.toHandle().destroy();
      await(process, GRACE.toMillis());
    }
    return ended;
  }

  private static boolean await(Process process, long millis) {
    return Uninterrupted.wait(() -> process.waitFor(millis, TimeUnit.MILLISECONDS));
  }

  private static FailureException failure(String code, String message, @Nullable String hint) {
    return new FailureException(Problem.unlocated(code, message, hint));
  }
}
