package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.PackagedProgram;
import com.cashtrace.infra.report.ReportSchema;
import com.cashtrace.infra.revision.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code changed} in a repository that holds specs, templates and modules beside each other. */
@Timeout(120)
class ChangedCommandIT {

  @TempDir Path folder;
  private Repository repository = new Repository(Path.of("."));
  private Map<String, String> more = Map.of();

  @BeforeEach
  void commitAProject() throws Exception {
    repository = Repository.in(folder);
    PackagedProgram.in(folder.resolve("infra"));
    // an environment without a component carries the module of none
    String spec = "infra/environments/development.yaml";
    String development = Files.readString(folder.resolve(spec));
    repository.write(
        spec,
        development.substring(0, development.indexOf("\nservices:"))
            + "\nservices: null\ndatabases: null\ncaches: null\nbuckets: null\nsecrets: null\n");
    for (String kind : List.of("templates", "terraform-modules")) {
      copy(kind);
    }
    repository.commit();
    repository.git("branch", "begin");
  }

  private void copy(String kind) throws IOException {
    Path from = GeneratedFile.repository().resolve(kind);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = kind + "/" + from.relativize(file);
        if (!path.contains("/.terraform")) {
          repository.write(path, Files.readString(file));
        }
      }
    }
  }

  @Test
  void tellsWhichEnvironmentsAndWhy() throws Exception {
    append("infra/environments/staging.yaml", "# more\n");
    append("README", "more");

    CommandRun run = changed("--base", "begin");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .matches(
            """
            staging
              infra/environments/staging\\.yaml: its spec
            1 environment touched by 2 changed files since 'begin' \\([0-9a-f]{12}\\)
            """);
  }

  @Test
  void aSharedFileTouchesAllThatExtendItAndNothingElseIsTold() throws Exception {
    append("infra/environments/base.yaml", "# more\n");

    JsonNode json = json(changed("--base", "begin", "--format", "json"));

    assertThat(json.path("environments").findValuesAsText("environment"))
        .containsExactly("development", "production", "staging");
    assertThat(json.at("/environments/0/causes/0/kind").asText()).isEqualTo("extended");
    assertThat(json.path("files").asInt()).isEqualTo(1);
    assertThat(changed("--base", "HEAD").out())
        .as("a file that is not committed counts too")
        .contains("3 environments touched by 1 changed file since 'HEAD'");
  }

  @Test
  void aModuleTouchesTheEnvironmentsWhoseRootCarriesIt() throws Exception {
    append("terraform-modules/aws/cache/main.tf", "# more\n");

    JsonNode json = json(changed("--base", "begin", "--format", "json"));

    assertThat(json.path("environments").findValuesAsText("environment"))
        .containsExactly("production", "staging");
  }

  @Test
  void aSpecThatIsGoneIsToldThoughNothingCanBePlannedOfIt() throws Exception {
    Files.delete(folder.resolve("infra/environments/development.yaml"));

    JsonNode json = json(changed("--base", "begin", "--format", "json"));

    assertThat(json.path("environments")).isEmpty();
    assertThat(json.path("gone")).hasToString("[\"infra/environments/development.yaml\"]");
    assertThat(changed("--base", "begin").out())
        .startsWith("infra/environments/development.yaml is gone: ");
  }

  @Test
  void theMatrixHoldsWhatAJobNeedsAndIsHandedToLaterSteps() throws Exception {
    append("infra/environments/staging.yaml", "# more\n");
    Path output = folder.resolve("output");
    Files.writeString(output, "earlier=1\n");
    more = Map.of("GITHUB_OUTPUT", output.toString());

    CommandRun run = changed("--base", "begin", "--format", "github-matrix");

    String matrix =
        "{\"include\":[{\"environment\":\"staging\",\"tier\":\"staging\","
            + "\"account\":\"222233334444\",\"region\":\"af-south-1\","
            + "\"planRole\":\"arn:aws:iam::222233334444:role/infra-plan\","
            + "\"applyRole\":\"arn:aws:iam::222233334444:role/infra-apply\"}]}";
    assertThat(run.out()).as(run.err()).isEqualTo(matrix + "\n");
    assertThat(output).hasContent("earlier=1\nmatrix=" + matrix + "\nany=true\n");
    assertThat(changed("--base", "HEAD~0", "--all").exitCode()).isEqualTo(64);
    assertThat(json(changed("--all", "--format", "github-matrix")).path("include")).hasSize(3);
  }

  @Test
  void theMatrixOfNothingIsEmptyAndSaysSo() throws Exception {
    Path output = folder.resolve(".git/output");
    more = Map.of("GITHUB_OUTPUT", output.toString());

    CommandRun run = changed("--base", "begin", "--format", "github-matrix");

    assertThat(run.out()).isEqualTo("{\"include\":[]}\n");
    assertThat(output).hasContent("matrix={\"include\":[]}\nany=false\n");
  }

  @Test
  void aTouchedSpecThatIsWrongFailsTheMatrixAndIsToldByTheOtherForms() throws Exception {
    append("infra/environments/staging.yaml", "nonsense: 1\n");

    CommandRun matrix = changed("--base", "begin", "--format", "github-matrix");

    assertThat(matrix.exitCode()).isEqualTo(3);
    assertThat(matrix.out()).isEmpty();
    assertThat(matrix.err()).contains("environments/staging.yaml", "nonsense");
    assertThat(changed("--base", "begin").out()).startsWith("staging\n");
  }

  @Test
  void aBadRevisionIsAWrongCommandLineAndNoneOrTwoWaysToSayItTooAre() {
    CommandRun unknown = changed("--base", "nope");

    assertThat(unknown.exitCode()).isEqualTo(64);
    assertThat(unknown.err())
        .startsWith("error[unknown-revision]: there is no revision 'nope' in this repository\n");
    assertThat(changed().exitCode()).isEqualTo(64);
    assertThat(changed("--base", "begin", "--all").exitCode()).isEqualTo(64);
  }

  private void append(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    repository.write(path, (Files.exists(file) ? Files.readString(file) : "") + text);
  }

  private CommandRun changed(String... words) {
    List<String> line = new ArrayList<>(List.of("changed", "--directory", folder + "/infra"));
    line.addAll(List.of("--templates", folder + "/templates"));
    line.addAll(List.of("--modules", folder + "/terraform-modules"));
    line.addAll(List.of(words));
    Map<String, String> variables = new HashMap<>(Repository.variables());
    variables.putAll(more);
    return CommandRun.with(variables, folder, line.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    if (json.has("formatVersion")) {
      assertThat(ReportSchema.violations("changed", json)).isEmpty();
    }
    return json;
  }
}
