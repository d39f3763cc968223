package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.command.CommandRun;
import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The state commands of the packaged program. */
@Timeout(300)
class StatePackagedIT {

  private static final String DONE = "development: the state backend is as it must be";

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;

  @Test
  void endsABootstrapThatWasKilledAtAnyMoment() throws Exception {
    for (int lines = 0; lines < 12; lines += 3) {
      EMULATOR.empty();
      PackagedProgram program = program();
      Process process = program.start(List.of(), "state", "bootstrap", "development");
      while (process.isAlive() && told() <= lines) {
        Thread.sleep(2);
      }
      process.destroyForcibly();
      program.end(process);
      assertThat(told()).as("changes before the kill").isGreaterThan(lines);

      CommandRun next = bootstrap(program);
      assertThat(next.exitCode()).as(next.err()).isZero();
      assertThat(next.out()).as("something was left to do").doesNotStartWith(DONE);
      assertThat(bootstrap(program).out()).startsWith(DONE);
    }
  }

  /** What ends the work of the dead need not be a process of its own. */
  private CommandRun bootstrap(PackagedProgram program) {
    return CommandRun.with(program.environment(), folder, "state", "bootstrap", "development");
  }

  /** How many changes the program has told of so far. */
  private int told() throws Exception {
    Path out = folder.resolve("stdout");
    return Files.exists(out) ? Files.readAllLines(out).size() : 0;
  }

  private PackagedProgram program() throws Exception {
    PackagedProgram program =
        Files.exists(folder.resolve("environments"))
            ? new PackagedProgram(folder, Map.of())
            : PackagedProgram.in(folder);
    Files.deleteIfExists(folder.resolve("stdout"));
    for (var variable : EMULATOR.as("111122223333", "infra-apply", "ada").entrySet()) {
      program = program.with(variable.getKey(), variable.getValue());
    }
    return program;
  }

  @Test
  void loadsNothingOfAwsWhereNoCommandAsksIt() throws Exception {
    Path classes = folder.resolve("classes");
    PackagedProgram program =
        PackagedProgram.in(folder).with("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);

    assertThat(program.run("validate", "--all").exitCode()).isZero();
    assertThat(Files.readString(classes))
        .contains("com.cashtrace.infra.run.Validation")
        .doesNotContain("software.amazon.awssdk", "com.cashtrace.infra.backend");
    assertThat(program.run("residency-report", "--all").exitCode()).isZero();
    assertThat(Files.readString(classes))
        .contains("com.cashtrace.infra.run.ResidencyReporting")
        .doesNotContain("software.amazon.awssdk", "com.cashtrace.infra.backend");
  }
}
