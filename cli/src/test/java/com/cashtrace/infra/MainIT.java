package com.cashtrace.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a process of its own: exit codes and the version that the build wrote. */
class MainIT {

  @TempDir Path scratch;

  @Test
  void printsTheVersionOfTheManifest() throws Exception {
    Process process = start("--version");
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(out).matches("cashtrace-infra \\d+\\.\\d+\\.\\d+\\R");
  }

  @Test
  void endsWith64WhenTheCommandLineIsWrong() throws Exception {
    Process process = start("--no-such-flag");
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor()).isEqualTo(64);
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String agent = System.getProperty("jacoco.agent", "");
    if (!agent.isBlank()) {
      command.add(agent);
    }
    command.addAll(List.of("-jar", System.getProperty("cashtrace.jar")));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(scratch.toFile())
        .redirectError(scratch.resolve("stderr").toFile())
        .start();
  }
}
