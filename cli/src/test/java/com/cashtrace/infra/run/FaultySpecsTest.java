package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every file below {@code faults/} is a whole environment with one fault; its first line says where
 * the fault must be found and as what, and nothing else may be found.
 */
class FaultySpecsTest {

  private static final Path FAULTS = Path.of("src/test/resources/faults");
  private static final Pattern EXPECT =
      Pattern.compile("# expect: (?<place>\\d+:\\d+) (?<kind>\\w+\\[[a-z0-9-]+\\])(?<piece>.*)");

  @TempDir private Path project;

  @TestFactory
  Stream<DynamicTest> everyFaultIsFoundAtItsPlace() throws IOException {
    try (Stream<Path> files = Files.list(FAULTS)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSizeGreaterThanOrEqualTo(20);
      return all.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private void check(Path file) throws IOException {
    Matcher expected = EXPECT.matcher(Files.readAllLines(file).get(0));
    assertThat(expected.matches()).as("the first line of %s", file).isTrue();
    Path folder = Files.createDirectories(project.resolve("environments"));
    Path spec = folder.resolve("faulty.yaml");
    Files.copy(file, spec, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    CheckResult result = validation().check(List.of()).result();

    assertThat(result.problems().stream().map(FaultySpecsTest::line))
        .containsExactly(expected.group("place") + " " + expected.group("kind"));
    assertThat(result.problems().get(0).message()).contains(expected.group("piece").strip());
  }

  private Validation validation() {
    SpecFolder specs = new SpecFolder(project);
    LocalDate day = LocalDate.of(2026, 11, 22);
    Judging judging = Judging.of(specs, Resources.packaged(), day, List.of());
    return Validation.of(specs, Resources.packaged(), judging);
  }

  private static String line(Problem problem) {
    String place = Objects.requireNonNull(problem.location()).toString();
    String position = place.substring(place.indexOf(':') + 1);
    return position + " " + problem.severity().word() + "[" + problem.code() + "]";
  }
}
