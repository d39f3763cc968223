package com.cashtrace.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program whose output goes through files, with us alive and killed. */
@Timeout(60)
class SpoolIT {

  @TempDir Path folder;

  private final List<String> out = new ArrayList<>();
  private final List<String> err = new ArrayList<>();

  @Test
  void handsOnEachLineWhileTheProgramRuns() throws Exception {
    Path go = folder.resolve("go");
    String script =
        "echo first; while [ ! -e '%s' ]; do sleep 0.05; done; echo last; echo bad >&2; exit 7"
            .formatted(go);

    int status =
        new ProcessRunner(new Interrupts())
            .run(
                new ExternalProgram(List.of("/bin/sh", "-c", script), folder, path(), null),
                spool(),
                OutputReader.lines(
                    line -> {
                      out.add(line);
                      create(go);
                    }),
                OutputReader.lines(err::add));

    assertThat(status).isEqualTo(7);
    assertThat(out).containsExactly("first", "last");
    assertThat(err).containsExactly("bad");
  }

  @Test
  void losesNothingOfMuchOutput() {
    String script = "i=0; while [ $i -lt 20000 ]; do echo \"line $i\"; i=$((i+1)); done";

    new ProcessRunner(new Interrupts())
        .run(
            new ExternalProgram(List.of("/bin/sh", "-c", script), folder, path(), null),
            spool(),
            OutputReader.lines(out::add),
            OutputReader.lines(err::add));

    assertThat(out).hasSize(20000).last().isEqualTo("line 19999");
  }

  @Test
  void goesBehindWhatAnEarlierRunSaidAndHandsOnItsOwn() throws Exception {
    Files.writeString(folder.resolve("out"), "before\n");

    new ProcessRunner(new Interrupts())
        .run(
            new ExternalProgram(List.of("/bin/sh", "-c", "echo now"), folder, path(), null),
            spool(),
            OutputReader.lines(out::add),
            OutputReader.lines(err::add));

    assertThat(out).containsExactly("now");
    assertThat(folder.resolve("out")).content().isEqualTo("before\nnow\n");
  }

  /** With pipes the next word of a program would be its last: the system ends it. */
  @Test
  void theProgramReachesItsEndAlsoIfWeAreKilled() throws Exception {
    Path end = folder.resolve("end");
    String script =
        "echo one; sleep 1; echo two; echo two >&2; sleep 0.2; echo three; touch '" + end + "'";
    List<String> command = new ArrayList<>(Signals.heard());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SpooledProgram.class.getName(),
            folder.toString(),
            script));
    Path said = folder.resolve("out");
    Process program = new ProcessBuilder(command).inheritIO().start();
    while (program.isAlive() && !(Files.exists(said) && Files.size(said) > 0)) {
      Thread.sleep(20);
    }

    program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

    for (int i = 0; i < 200 && !Files.exists(end); i++) {
      Thread.sleep(50);
    }
    assertThat(end).exists();
    assertThat(said).content().isEqualTo("one\ntwo\nthree\n");
  }

  private Spool spool() {
    return new Spool(folder.resolve("out"), folder.resolve("err"));
  }

  private static Map<String, String> path() {
    return Map.of("PATH", "/usr/bin:/bin");
  }

  private static void create(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
