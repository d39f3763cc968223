package com.cashtrace.infra.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.schema.SpecSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code explain} has something to say about every code, and about nothing else. */
class ProblemKindsTest {

  private static final Resources RESOURCES = Resources.packaged();
  private static final String FOLDER = "schemas/problems";

  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*|DEPLOY(?:_[A-Z]+)+)\"");
  private static final Pattern MAKER =
      Pattern.compile(
          "(\\w*[eE]rror|\\w*[wW]arning|\\w*[pP]roblem|unlocated|\\w*fail(ure|ed)?|usage|refus(ed|al))"
              + "|errorAtKey");

  private static final Set<String> TOP_LEVEL =
      Set.of(
          "account",
          "audit",
          "buckets",
          "caches",
          "databases",
          "dns",
          "extends",
          "network",
          "parity",
          "place",
          "plans",
          "residency",
          "secrets",
          "services",
          "specVersion",
          "state",
          "tags",
          "thirdParties",
          "tier");

  private final ProblemKinds kinds = ProblemKinds.read(RESOURCES);

  static List<String> files() {
    return RESOURCES.list(FOLDER).stream().filter(path -> path.endsWith(".yaml")).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void keepsToItsSchema(String path) throws IOException {
    JsonNode schema = new ObjectMapper().readTree(RESOURCES.read(FOLDER + "/kinds.schema.json"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(new YAMLMapper().readTree(RESOURCES.read(path))))
        .isEmpty();
  }

  @Test
  void tellsEachCodeInOneFileOnly() {
    long entries = files().stream().mapToLong(path -> RESOURCES.yaml(path).entries().size()).sum();
    assertThat(kinds.byCode()).hasSize((int) entries);
  }

  @Test
  void explainsEveryCodeThatTheProgramReports() throws IOException {
    Set<String> reported = new TreeSet<>();
    for (Path source : sources()) {
      reported.addAll(codes(Files.readString(source)));
    }
    reported.removeAll(kinds.byCode().keySet());
    assertThat(reported)
        .as("codes in the sources that no file in %s explains; add an entry for each", FOLDER)
        .isEmpty();
  }

  @Test
  void explainsNoCodeThatNothingReports() throws IOException {
    Set<String> literals = new TreeSet<>();
    for (Path source : sources()) {
      LITERAL.matcher(Files.readString(source)).results().forEach(m -> literals.add(m.group(1)));
    }
    assertThat(kinds.byCode().keySet())
        .as("entries in %s for codes that no source reports any more", FOLDER)
        .isSubsetOf(literals);
  }

  @Test
  void findsACodeInEveryWayOfReporting() {
    assertThat(
            codes(
                """
                Problem.error("one-a", message, x(y));
                environment.errorAtKey(
                    "one-b", path, of("no-code", 1));
                warning(environment, "one-c", path);
                Problem.unlocated("bug", "a message", null);
                new Problem(Severity.ERROR, "one-d", "text-of-it", null, null);
                throw failure("one-e", e);
                failure(path, "read", cause);
                value("on-demand", x);
                """))
        .containsExactlyInAnyOrder("one-a", "one-b", "one-c", "bug", "one-d", "one-e");
  }

  @Test
  void namesACodeForEveryRefusalThatARuleHoldsOff() {
    List<String> codes =
        Refusals.read(RESOURCES).all().stream()
            .map(Refusal::code)
            .filter(code -> code != null)
            .toList();
    assertThat(codes).isNotEmpty();
    assertThat(kinds.byCode().keySet()).containsAll(codes);
  }

  @Test
  void tellsWhereAwsSaysSo() {
    ProblemKind kind = kinds.find("storage-limit").orElseThrow();
    assertThat(kind.sources()).singleElement().asString().contains("docs.aws.amazon.com");
    assertThat(kinds.find("no-such-code")).isEmpty();
  }

  @Test
  void showsExamplesThatTheSchemaTakes() {
    SpecSchema schema = new SpecSchema(RESOURCES);
    Set<String> checked = new TreeSet<>();
    for (ProblemKind kind : kinds.byCode().values()) {
      var example = YamlReader.readMap(new Source(kind.code(), kind.example())).value();
      if (example.isPresent() && TOP_LEVEL.containsAll(example.get().entries().keySet())) {
        checked.add(kind.code());
        assertThat(schema.checkFile(example.get())).as(kind.code()).isEmpty();
      }
    }
    assertThat(checked).hasSizeGreaterThan(40);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(GeneratedFile.repository().resolve("cli/src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** The literals of the form of a code that are the code of a call which makes a problem. */
  private static Set<String> codes(String source) {
    return LITERAL
        .matcher(source)
        .results()
        .filter(literal -> isCode(source, literal))
        .map(literal -> literal.group(1))
        .collect(Collectors.toSet());
  }

  private static boolean isCode(String source, MatchResult literal) {
    int open = opening(source, literal.start());
    if (open < 0) {
      return false;
    }
    String before = source.substring(0, open);
    String caller = before.replaceFirst("(?s)^.*?(\\w+)$", "$1");
    String arguments = source.substring(open + 1, literal.start());
    // the code is the first text of the call, and something comes after it; a code of one word is
    // its first argument
    return MAKER.matcher(caller).matches()
        && !arguments.contains("\"")
        && (literal.group(1).matches(".*[-_].*") || arguments.isBlank())
        && source.substring(literal.end()).stripLeading().startsWith(",");
  }

  /** Where the innermost call around a place opens, or -1. */
  private static int opening(String source, int from) {
    int depth = 0;
    for (int i = from - 1; i >= 0; i--) {
      char c = source.charAt(i);
      if (c == ';' || c == '{' || c == '}') {
        return -1;
      }
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth < 0) {
        return i;
      }
    }
    return -1;
  }
}
