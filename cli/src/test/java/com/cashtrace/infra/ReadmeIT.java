package com.cashtrace.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every console block of the README is run, in order, with the packaged program in a copy of the
 * repository's specs; what it prints must be what the README shows. A line {@code ...} stands for
 * any lines.
 */
class ReadmeIT {

  private static final Pattern BLOCK = Pattern.compile("(?s)```console\n\\$ (.*?)\n(.*?)```");

  @TempDir private Path project;

  @TestFactory
  Stream<DynamicTest> everyExamplePrintsWhatTheReadmeShows() throws IOException {
    copySpecs();
    writeLauncher();
    String readme = Files.readString(GeneratedFile.repository().resolve("README.md"));
    List<String[]> examples = new ArrayList<>();
    Matcher block = BLOCK.matcher(readme);
    while (block.find()) {
      examples.add(new String[] {block.group(1), block.group(2)});
    }
    assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example[0], () -> run(example[0], example[1])));
  }

  private void copySpecs() throws IOException {
    Path specs = GeneratedFile.repository().resolve("environments");
    Path copy = Files.createDirectories(project.resolve("environments"));
    try (Stream<Path> files = Files.list(specs)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }

  /** A stand-in for the launcher: the jar that this build packaged, started as fast. */
  private void writeLauncher() throws IOException {
    String flags = String.join("' '", PackagedArchive.flags());
    Path launcher = project.resolve("cashtrace-infra");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 '%s' -jar '%s' \"$@\"\n"
            .formatted(PackagedProgram.java(), flags, System.getProperty("cashtrace.jar")));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private void run(String line, String shown) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", line)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    assertThat(printed).as("$ %s", line).matches(pattern(shown));
  }

  private static Pattern pattern(String shown) {
    return Pattern.compile(
        shown
            .lines()
            .map(line -> line.equals("...") ? "(?s:.*)" : Pattern.quote(line + "\n"))
            .collect(Collectors.joining()));
  }
}
