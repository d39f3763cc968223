package com.cashtrace.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged jar in a project of its own: a copy of the repository's specs.
 *
 * @param project the project's folder, in which the program runs
 * @param environment variables beside those of the test, which win
 */
public record PackagedProgram(Path project, Map<String, String> environment) {

  private static final int PATIENCE_SECONDS = 240;

  /** What a run gave. */
  public record Result(int exitCode, String out, String err) {}

  /** Copies the specs into the folder. */
  public static PackagedProgram in(Path project) throws IOException {
    Path copy = Files.createDirectories(project.resolve("environments"));
    try (Stream<Path> files = Files.list(GeneratedFile.repository().resolve("environments"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return new PackagedProgram(project, Map.of());
  }

  /** The same with one more variable. */
  public PackagedProgram with(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new PackagedProgram(project, more);
  }

  /** Runs the program to its end. */
  public Result run(String... arguments) throws Exception {
    return end(start(List.of(), arguments));
  }

  /**
   * Starts the program.
   *
   * @param before a command that starts it in turn, such as {@code setsid}
   */
  public Process start(List<String> before, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.addAll(Signals.heard());
    command.add(java());
    command.add("-XX:TieredStopAtLevel=1"); // as the launcher does
    command.addAll(PackagedArchive.flags());
    command.addAll(List.of("-jar", System.getProperty("cashtrace.jar")));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(project.toFile());
    builder.redirectOutput(project.resolve("stdout").toFile());
    builder.redirectError(project.resolve("stderr").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The java that runs the tests. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Waits for the end of a run. */
  public Result end(Process process) throws Exception {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    return new Result(
        process.exitValue(),
        Files.readString(project.resolve("stdout"), UTF_8),
        Files.readString(project.resolve("stderr"), UTF_8));
  }
}
