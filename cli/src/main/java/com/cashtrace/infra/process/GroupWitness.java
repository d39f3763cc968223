package com.cashtrace.infra.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shell in our own process group that does nothing but tell which signals it got. A signal that
 * reached it went to the whole group, so the children have it too; one that it did not see was sent
 * to us alone.
 *
 * <p>Nothing else tells the two apart everywhere: being in the foreground of a terminal says
 * nothing of {@code kill -INT -GROUP}, of {@code timeout}, or of a {@code kill} typed elsewhere. A
 * process group of their own for the children would need {@code setsid}, which macOS has not.
 */
final class GroupWitness implements AutoCloseable {

  /**
   * Answers each line with "pong", after the names of the signals that came meanwhile. A read that
   * a signal breaks off is no end of input, hence the count: only two failures in a row are.
   */
  private static final String SCRIPT =
      """
      n=0
      trap 'n=0; echo INT' INT
      trap 'n=0; echo TERM' TERM
      trap 'n=0; echo HUP' HUP
      while [ "$n" -lt 2 ]; do
        if read -r _; then n=0; echo pong; else n=$((n + 1)); fi
      done
      """;

  /** Signals that come so close together are one: {@code timeout} sends each of its own twice. */
  private static final long SAME_SIGNAL_NANOS = 1_000_000_000L;

  /** How long the rest of the group may lag behind us before a signal counts as ours alone. */
  private static final long LAG_MILLIS = 100;

  private final BufferedReader answers;
  private final Writer questions;
  private final Map<String, Long> lastSeen = new HashMap<>();

  private GroupWitness(Process shell) {
    answers = shell.inputReader(UTF_8);
    questions = new OutputStreamWriter(shell.getOutputStream(), UTF_8);
  }

  /** Starts the shell and waits until it watches; null where there is none. */
  static @Nullable GroupWitness start() {
    try {
      Process shell =
          new ProcessBuilder("/bin/sh", "-c", SCRIPT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var witness = new GroupWitness(shell);
      witness.ask();
      return witness;
    } catch (IOException e) {
      return null;
    }
  }

  /** True if the signal that we just got reached the whole process group. */
  synchronized boolean saw(String signal) {
    try {
      ask();
      if (!sawLately(signal)) {
        Thread.sleep(LAG_MILLIS);
        ask();
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return sawLately(signal);
  }

  /** True if any signal reached the whole process group since the start. */
  synchronized boolean sawAny() {
    try {
      ask();
    } catch (IOException e) {
      // Without an answer, what it said before is what there is to know.
    }
    return !lastSeen.isEmpty();
  }

  private boolean sawLately(String signal) {
    Long seen = lastSeen.get(signal);
    return seen != null && System.nanoTime() - seen < SAME_SIGNAL_NANOS;
  }

  private void ask() throws IOException {
    questions.write("?\n");
    questions.flush();
    for (String line = answers.readLine(); !"pong".equals(line); line = answers.readLine()) {
      if (line == null) {
        throw new IOException("the shell that watches the process group is gone");
      }
      lastSeen.put(line, System.nanoTime());
    }
  }

  /** Ends the shell by ending its input. */
  @Override
  public void close() {
    try {
      questions.close();
    } catch (IOException e) {
      // It is gone already, which is all that was wanted.
    }
  }
}
