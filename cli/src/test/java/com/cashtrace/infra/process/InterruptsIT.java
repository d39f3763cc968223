package com.cashtrace.infra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.Signals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends real signals to a real JVM with a real child. The child notes each signal it gets, works on
 * for a while, and notes its end: it must get each interrupt once, and must always reach its end.
 */
@Timeout(60)
class InterruptsIT {

  private static final String CHILD =
      """
      trap 'echo signal >> "$NOTES"' INT TERM HUP
      echo ready >> "$NOTES"
      i=0
      while [ $i -lt 15 ]; do sleep 0.1; i=$((i + 1)); done
      echo end >> "$NOTES"
      exit 0
      """;

  @TempDir Path folder;
  private Path notes = Path.of("notes");

  @BeforeEach
  void nameTheNotes() {
    notes = folder.resolve("notes");
  }

  @Test
  void aPlainInterruptIsPassedOnOnce() throws Exception {
    Process program = start(List.of());
    signal("INT", String.valueOf(program.pid()));

    assertThat(exitCode(program)).isEqualTo(130);
    assertThat(notes()).containsExactly("ready", "signal", "end");
  }

  @Test
  void aPlainTerminationIsPassedOnOnce() throws Exception {
    Process program = start(List.of());
    signal("TERM", String.valueOf(program.pid()));

    assertThat(exitCode(program)).isEqualTo(130);
    assertThat(notes()).containsExactly("ready", "signal", "end");
  }

  @Test
  void aSecondInterruptIsPassedOnToo() throws Exception {
    Process program = start(List.of());
    signal("INT", String.valueOf(program.pid()));
    Thread.sleep(500);
    signal("INT", String.valueOf(program.pid()));

    assertThat(exitCode(program)).isEqualTo(130);
    assertThat(notes()).containsExactly("ready", "signal", "signal", "end");
  }

  @Test
  void anInterruptOfTheWholeGroupIsNotPassedOnAgain() throws Exception {
    requireProgram("setsid");
    Process program = start(List.of("setsid"));
    signal("INT", "-" + program.pid());

    assertThat(exitCode(program)).isEqualTo(130);
    assertThat(notes()).containsExactly("ready", "signal", "end");
  }

  @Test
  void aTerminationOfTheWholeGroupIsNotPassedOnAgain() throws Exception {
    requireProgram("setsid");
    Process program = start(List.of("setsid"));
    signal("TERM", "-" + program.pid());

    assertThat(exitCode(program)).isEqualTo(130);
    assertThat(notes()).containsExactly("ready", "signal", "end");
  }

  @Test
  void theTwiceSentSignalOfTimeoutReachesTheChildOnce() throws Exception {
    requireProgram("timeout");
    Process program = start(List.of("timeout", "--preserve-status", "-s", "INT", "1.5"));

    assertThat(exitCode(program)).isEqualTo(130);
    assertThat(notes()).containsExactly("ready", "signal", "end");
  }

  @Test
  void controlCAtATerminalReachesTheChildOnce() throws Exception {
    requireProgram("script");
    // script(1) makes a terminal of its own; what it reads is typed there.
    Process terminal = startAtATerminal();
    OutputStream keyboard = terminal.getOutputStream();
    keyboard.write(3);
    keyboard.flush();

    assertThat(exitCode(terminal)).isEqualTo(130);
    assertThat(notes()).containsExactly("ready", "signal", "end");
  }

  @Test
  void withoutAnInterruptTheExitCodeIsTheChilds() throws Exception {
    assertThat(exitCode(start(List.of()))).isZero();
    assertThat(notes()).containsExactly("ready", "end");
  }

  private Process start(List<String> before) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.addAll(Signals.heard());
    command.addAll(List.of(java(), "-Xshare:auto", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OneProgram.class.getName(), "/bin/bash", "-c", CHILD));
    return ready(new ProcessBuilder(command));
  }

  private Process startAtATerminal() throws Exception {
    String line =
        "exec '"
            + java()
            + "' -cp \"$CP\" "
            + OneProgram.class.getName()
            + " /bin/bash -c \"$CHILD\"";
    List<String> command = new ArrayList<>(Signals.heard());
    command.addAll(List.of("script", "-qec", line, "/dev/null"));
    var builder = new ProcessBuilder(command);
    builder.environment().put("CP", System.getProperty("java.class.path"));
    builder.environment().put("CHILD", CHILD);
    builder.environment().put("SHELL", "/bin/bash");
    return ready(builder);
  }

  private Process ready(ProcessBuilder builder) throws Exception {
    builder.environment().put("NOTES", notes.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
    Process program = builder.start();
    while (!Files.exists(notes) && program.isAlive()) {
      Thread.sleep(20);
    }
    return program;
  }

  private static void signal(String name, String target) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "--", target).inheritIO().start().waitFor())
        .isZero();
  }

  private int exitCode(Process program) throws Exception {
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return program.exitValue();
  }

  private List<String> notes() throws IOException {
    return Files.readAllLines(notes);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** These come with Linux; macOS has not all of them. In CI a missing one is a failure. */
  private static void requireProgram(String name) throws Exception {
    boolean there =
        new ProcessBuilder("/bin/sh", "-c", "command -v " + name)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
    if (System.getenv("CI") == null) {
      assumeThat(there).as("this machine has no '%s'", name).isTrue();
    }
    assertThat(there).as("this machine has no '%s'", name).isTrue();
  }
}
