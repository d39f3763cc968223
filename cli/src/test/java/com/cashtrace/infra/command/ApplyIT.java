package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Apply and destroy with real terraform and the real provider on a small root. */
@Timeout(300)
class ApplyIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  /** One for all tests: terraform is slow to initialise. */
  @TempDir static Path folder;

  /** Stands in a sensitive attribute and, with more around it, in a sensitive output. */
  private static final String SECRET = "tok-attribute-4711";

  private static final String THINGS =
      """
      resource "aws_ssm_parameter" "this" {
        name = "/development/greeting"
        type = "SecureString"
        value = "%s"
      }

      resource "aws_s3_bucket" "this" {
        bucket = "development-things"
      }

      output "bucket" {
        value = aws_s3_bucket.this.bucket
      }

      output "secret" {
        value = "x-${aws_ssm_parameter.this.value}"
        sensitive = true
      }
      """
          .formatted(SECRET);

  private static final String OUTPUTS =
      """
      output "bucket" {
        value = module.network.bucket
      }

      output "secret" {
        value = module.network.secret
        sensitive = true
      }
      """;

  private static final String FROM_SECRETS_MANAGER =
      """
      resource "aws_secretsmanager_secret" "this" {
        name = "/development/paystack"
      }

      resource "aws_secretsmanager_secret_version" "this" {
        secret_id = aws_secretsmanager_secret.this.id
        secret_string = "%s"
      }

      data "aws_secretsmanager_secret_version" "this" {
        secret_id = aws_secretsmanager_secret_version.this.secret_id
      }

      resource "terraform_data" "this" {
        input = nonsensitive(data.aws_secretsmanager_secret_version.this.secret_string)
      }

      output "leak" {
        value = terraform_data.this.output
      }
      """
          .formatted(SECRET);

  private static final String LEAK =
      """
      output "leak" {
        value = "Bearer ${module.network.leak}"
      }
      """;

  private static final String STORE = "module.network.aws_s3_bucket.this";

  private SmallProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    BackendTerraform.require();
    project = SmallProject.in(EMULATOR, folder).bootstrapped();
  }

  @Test
  void appliesAfterTheNameWasTypedAndDestroysWhatIsAllowed() throws Exception {
    project.holds(THINGS, OUTPUTS);

    CommandRun refused = project.typing("production\n", "apply", "development");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.out()).contains("Plan: 2 to add");
    assertThat(refused.err()).contains("type 'development'", "error[not-confirmed]: 'production'");
    assertThat(project.hasBucket("development-things")).isFalse();

    CommandRun applied = project.typing("development\n", "apply", "development");
    assertThat(applied.exitCode()).as(applied.err()).isZero();
    assertThat(applied.out())
        .contains("development: 2 of 2 resources changed\nState: serial 1, lineage ")
        .contains("\nResidency of the state: african-regions as of 2026-11-22: 4 ok\n")
        .contains("\nOutputs:\n  bucket = \"development-things\"\n  secret = \"(sensitive)\"\n")
        .contains("\nTrail: ")
        .endsWith("\nApply: done, the state passed\n");
    assertSecretIsNowhere(applied);

    JsonNode again = json(0, "apply", "development");
    assertThat(again.path("all").asInt()).isZero();
    assertThat(again.at("/outputs/secret/value").asText()).isEqualTo("(sensitive)");

    CommandRun guarded = project.run("destroy", "development", "--yes");
    assertThat(guarded.exitCode()).isEqualTo(3);
    assertThat(guarded.out()).contains("error[destroys-store]: the plan destroys '" + STORE);
    JsonNode destroyed = json(0, "destroy", "development", "--yes", "--allow-destroy", STORE);
    assertThat(destroyed.path("operation").asText()).isEqualTo("destroy");
    assertThat(destroyed.path("done").asInt()).isEqualTo(2);
    assertThat(project.hasBucket("development-things")).isFalse();
    assertTrail(
        "destroy", "done, 2 changed, state passed", "apply", "done, 0 changed, state passed");
  }

  /** Whoever declares a value that was read there to be no secret does not make it one. */
  @Test
  void showsNothingThatWasReadFromSecretsManager() throws Exception {
    project.holds(FROM_SECRETS_MANAGER, LEAK);

    CommandRun applied = project.run("apply", "development", "--yes");
    assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
    assertThat(applied.out()).contains("leak = \"Bearer (sensitive)\"");
    assertSecretIsNowhere(applied);

    assertSecretIsNowhere(project.run("outputs", "development"));
    assertSecretIsNowhere(project.run("drift", "development"));
    Path out = Path.of("kept");
    CommandRun planned =
        project.run("plan", "development", "--out", out.toString(), "--format", "json");
    assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
    assertSecretIsNowhere(planned);
    for (String file : List.of("plan.json", "bundle.json", "summary.md")) {
      assertThat(read(project.folder().resolve(out).resolve(file))).as(file).doesNotContain(SECRET);
    }
  }

  private JsonNode json(int exitCode, String... words) throws IOException {
    String[] all =
        Stream.concat(Stream.of(words), Stream.of("--format", "json")).toArray(String[]::new);
    CommandRun run = project.run(all);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(ReportSchema.violations("apply", json)).isEmpty();
    assertSecretIsNowhere(run);
    return json;
  }

  /** Neither in what was printed, nor in a file that stays, nor in the trail. */
  private void assertSecretIsNowhere(CommandRun run) throws IOException {
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
    try (Stream<Path> files = Files.walk(project.work())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean spec = file.endsWith("things/main.tf"); // the test wrote it there in clear
        assertThat(spec || !read(file).contains(SECRET)).as(file.toString()).isTrue();
      }
    }
    CommandRun trail = project.run("audit", "show", "development", "--format", "json");
    assertThat(trail.exitCode()).isZero();
    assertThat(trail.out()).contains("\"apply\"").doesNotContain(SECRET);
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private void assertTrail(String... wordsOfTheNewest) {
    String trail = project.run("audit", "show", "development").out();
    List<String> ends = trail.lines().filter(line -> line.contains(" changed, ")).toList();
    for (int i = 0; i < wordsOfTheNewest.length; i += 2) {
      assertThat(ends.get(i / 2)).contains(wordsOfTheNewest[i], wordsOfTheNewest[i + 1]);
    }
  }
}
