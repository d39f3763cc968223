package com.cashtrace.infra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs real programs: small shell scripts. */
@Timeout(60)
class ProcessRunnerIT {

  @TempDir Path folder;

  private final ProcessRunner runner = new ProcessRunner(new Interrupts());
  private final List<String> out = new ArrayList<>();
  private final List<String> err = new ArrayList<>();

  @Test
  void returnsTheExitStatusAndTheLinesOfBothStreams() {
    int status = run(script("echo one; echo two >&2; printf 'three\\r\\nfour'; exit 7"));

    assertThat(status).isEqualTo(7);
    assertThat(out).containsExactly("one", "three", "four");
    assertThat(err).containsExactly("two");
  }

  @Test
  void drainsBothStreamsAtOnce() {
    // More than a pipe holds on each stream, in turns: reading one to its end first would hang.
    run(
        script(
            "i=0; while [ $i -lt 3000 ]; do printf '%0200d\\n' $i; printf '%0200d\\n' $i >&2; i=$((i+1)); done"));

    assertThat(out).hasSize(3000);
    assertThat(err).hasSize(3000);
  }

  @Test
  void theProgramSeesTheGivenEnvironmentAndFolderAndNoInput() throws Exception {
    var program =
        new ExternalProgram(
            List.of("/bin/sh", "-c", "echo $A; echo ${HOME-none}; pwd -P; cat"),
            folder,
            Map.of("A", "b c", "PATH", "/usr/bin:/bin"),
            null);

    run(program);

    assertThat(out).containsExactly("b c", "none", folder.toRealPath().toString());
  }

  @Test
  void handsArgumentsOnAsTheyAre() {
    run(program(null, "/bin/echo", "a  b", "$HOME", "*", "'\""));

    assertThat(out).containsExactly("a  b $HOME * '\"");
  }

  @Test
  void aMissingProgramIsAProblemWithAHint() {
    assertThatThrownBy(() -> run(program(null, "/nowhere/terraform", "version")))
        .asInstanceOf(InstanceOfAssertFactories.type(FailureException.class))
        .extracting(FailureException::problem)
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("program-missing");
              assertThat(problem.message())
                  .isEqualTo("can't run '/nowhere/terraform': No such file or directory");
              assertThat(problem.hint()).contains("installed");
            });
  }

  @Test
  void aProgramThatMayNotBeExecutedIsAProblem() throws Exception {
    Path text = Files.writeString(folder.resolve("terraform"), "#!/bin/sh\n");

    assertThatThrownBy(() -> run(program(null, text.toString())))
        .hasMessageContaining("Permission denied");
  }

  @Test
  void aMissingFolderIsNotTakenForAMissingProgram() {
    var program = new ExternalProgram(List.of("/bin/true"), folder.resolve("gone"), Map.of(), null);

    assertThatThrownBy(() -> run(program)).hasMessageContaining("no folder");
  }

  @Test
  void aProgramThatHangsIsAskedToEndAndReported() {
    assertThatThrownBy(() -> run(program(Duration.ofMillis(300), "/bin/sleep", "100")))
        .isInstanceOf(FailureException.class)
        .hasMessage("'/bin/sleep' does not come to an end");
  }

  @Test
  void aProgramThatWillNotEndIsLeftAlone() throws Exception {
    Path mark = folder.resolve("mark");
    String stubborn = "trap '' TERM; sleep 4; echo done > '" + mark + "'";

    assertThatThrownBy(() -> run(program(Duration.ofMillis(300), "/bin/sh", "-c", stubborn)))
        .hasMessageContaining("does not come to an end");
    for (int i = 0; i < 100 && !Files.exists(mark); i++) {
      Thread.sleep(100);
    }
    assertThat(mark).as("the program was let finish").exists();
  }

  @Test
  void aReaderThatFailsDoesNotBlockTheProgramAndIsHeard() {
    var program = script("i=0; while [ $i -lt 3000 ]; do printf '%0200d\\n' $i; i=$((i+1)); done");
    OutputReader broken =
        stream -> {
          throw new IllegalStateException("no use for this");
        };

    assertThatThrownBy(() -> runner.run(program, broken, OutputReader.discard()))
        .hasMessage("no use for this");
  }

  @Test
  void aReaderThatClosesItsStreamDoesNotEndTheProgram() {
    var program = script("i=0; while [ $i -lt 3000 ]; do printf '%0200d\\n' $i; i=$((i+1)); done");

    assertThat(runner.run(program, InputStream::close, OutputReader.discard())).isZero();
  }

  @Test
  void afterAFailureTheStatusCountsAndNotTheReader() {
    OutputReader broken =
        stream -> {
          throw new IllegalStateException("half a document");
        };

    assertThat(runner.run(script("echo x; exit 3"), broken, OutputReader.discard())).isEqualTo(3);
  }

  @Test
  void cutsALineThatNeverEnds() {
    run(script("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end"));

    assertThat(out).hasSize(2);
    assertThat(out.get(0)).hasSize(OutputReader.LONGEST_LINE);
    assertThat(out.get(1)).isEqualTo("end");
  }

  @Test
  void keepsTheBeginningOrTheEndOfAnOutput() {
    var beginning = new CapturedText(5);
    var end = new LastLines(2);

    runner.run(
        script("echo 123456789; echo a >&2; echo b >&2; echo c >&2"),
        beginning,
        OutputReader.lines(end));

    assertThat(beginning.text()).isEqualTo("12345");
    assertThat(end.text()).isEqualTo("b\nc");
  }

  @Test
  void aThreadThatIsAskedToStopStillWaitsForItsProgram() {
    Thread.currentThread().interrupt();

    assertThat(run(script("sleep 0.3; exit 5"))).isEqualTo(5);
    assertThat(Thread.interrupted()).as("the request is not lost").isTrue();
  }

  private int run(ExternalProgram program) {
    return runner.run(program, OutputReader.lines(out::add), OutputReader.lines(err::add));
  }

  private ExternalProgram script(String text) {
    return program(null, "/bin/sh", "-c", text);
  }

  private ExternalProgram program(@Nullable Duration timeout, String... command) {
    return new ExternalProgram(List.of(command), folder, Map.of("PATH", "/usr/bin:/bin"), timeout);
  }
}
