package com.cashtrace.infra.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real terraform of this machine, run in a folder.
 *
 * @param program its path
 */
record TerraformTool(Path program) {

  /** Found on the PATH; without it the test is skipped, in CI it fails. */
  static TerraformTool find() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "terraform"))
            .filter(Files::isExecutable)
            .findFirst();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("terraform on the PATH, which CI must have").isPresent();
    }
    assumeTrue(found.isPresent(), "terraform is not on the PATH");
    return new TerraformTool(found.orElseThrow());
  }

  /** Runs it and gives what it wrote, both streams together. */
  Result run(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("TF_"));
    environment.put("CHECKPOINT_DISABLE", "1");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), output);
  }

  /**
   * How a run ended.
   *
   * @param status exit status
   * @param output what it wrote
   */
  record Result(int status, String output) {}
}
