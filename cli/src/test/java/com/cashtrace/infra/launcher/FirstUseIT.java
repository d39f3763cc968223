package com.cashtrace.infra.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a fresh clone: the sources, the real Maven, and nothing built. */
class FirstUseIT {

  private static final Path ROOT = Path.of(System.getProperty("cashtrace.root")).normalize();
  private static final List<String> SOURCES =
      List.of(
          ".mvn",
          "cashtrace-infra",
          "cli/pack",
          "cli/pom.xml",
          "cli/src/main",
          "pom.xml",
          "schemas",
          "templates",
          "terraform-modules",
          "test-servers/pom.xml");

  @TempDir Path scratch;

  @Test
  void buildsTheProgramAndRunsIt() throws Exception {
    Path clone = scratch.resolve("a clone");
    for (String source : SOURCES) {
      if (Files.exists(ROOT.resolve(source))) {
        copy(ROOT.resolve(source), clone.resolve(source));
      }
    }
    Path stderr = scratch.resolve("stderr");
    Process process =
        new ProcessBuilder(clone.resolve("cashtrace-infra").toString(), "--version")
            .directory(scratch.toFile())
            .redirectError(stderr.toFile())
            .start();
    String stdout = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(() -> read(stderr)).isZero();
    assertThat(stdout).startsWith("cashtrace-infra ");
    assertThat(read(stderr)).hasLineCount(1).contains("building the program");
    assertThat(clone.resolve("cli/target/cashtrace-infra.jar")).isRegularFile();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
