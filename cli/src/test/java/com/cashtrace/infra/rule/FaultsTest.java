package com.cashtrace.infra.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.environment.EnvironmentBinder;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each faulty spec on disk has exactly the problem that its first line announces. */
class FaultsTest {

  private static final Path FOLDER =
      GeneratedFile.repository().resolve("cli/src/test/resources/faults");
  private static final Pattern EXPECTED =
      Pattern.compile("# expect: (?<place>\\d+:\\d+) error\\[(?<code>[a-z0-9-]+)\\] ?(?<part>.*)");

  static List<String> faults() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isReportedAtItsPlaceAndAlone(String file) throws IOException {
    String text = Files.readString(FOLDER.resolve(file));
    Matcher expected = EXPECTED.matcher(text.lines().findFirst().orElse(""));
    assertThat(expected.matches()).as("the first line of %s", file).isTrue();

    List<Problem> problems = problems(file.replace(".yaml", ""), text);

    assertThat(problems).hasSize(1);
    Problem problem = problems.get(0);
    assertThat(problem.location()).hasToString(file + ":" + expected.group("place"));
    assertThat(problem.code()).isEqualTo(expected.group("code"));
    assertThat(problem.message()).contains(expected.group("part"));
  }

  private static List<Problem> problems(String name, String text) {
    String file = name + ".yaml";
    ReadResult<MapNode> root = YamlReader.readMap(new Source(file, text));
    if (root.value().isEmpty()) {
      return root.problems();
    }
    Document document = new Document(name, file, List.of(file), root.value().get());
    List<Problem> bySchema = Specs.SCHEMA.checkEnvironment(document);
    if (!bySchema.isEmpty()) {
      return bySchema;
    }
    var environment = EnvironmentBinder.bind(Specs.SCHEMA.withDefaults(document));
    return Rules.all(Specs.CATALOG).check(List.of(environment));
  }
}
