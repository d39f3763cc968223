package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * {@code drift} with real terraform against the emulator: a root of two buckets, which somebody
 * changes through the API of AWS.
 */
@Timeout(300)
class DriftIT {

  private static final String ENVIRONMENT = "development";

  private static final String ELSEWHERE =
      """
      provider "aws" {
        alias             = "elsewhere"
        region            = "us-east-1"
        s3_use_path_style = true
      }

      """;

  private static final String ROOT =
      """
      # as keys of a spec are: what is new has no place in the state before it is applied
      resource "terraform_data" "name" {
        for_each = toset(["%2$s"])
        input    = each.key
      }

      module "buckets_documents" {
        source = "./modules/bucket"
        name   = { for key, name in terraform_data.name : key => name.output }["%2$s"]

        providers = {
          aws = %1$s
        }
      }

      resource "aws_s3_bucket" "lost" {
        bucket = "cashtrace-drift-lost"
      }

      output "bucket" {
        value = aws_s3_bucket.lost.bucket
      }

      output "connection" {
        value     = "secret-of-${aws_s3_bucket.lost.bucket}"
        sensitive = true
      }

      output "settings" {
        value = { api_token = "planted-token-7", size = 3 }
      }
      """;

  private static final String MODULE =
      """
      variable "name" {
        type = string
      }

      resource "aws_s3_bucket" "this" {
        bucket = var.name
        tags   = { owner = "platform" }
      }

      resource "aws_s3_bucket_versioning" "this" {
        bucket = aws_s3_bucket.this.id
        versioning_configuration {
          status = "Enabled"
        }
      }
      """;

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private boolean elsewhere;

  @BeforeEach
  void requireTerraform() throws Exception {
    BackendTerraform.require();
  }

  @Test
  void tellsWhatSomebodyChangedAndNothingElse() throws Exception {
    StateProject project = project();
    assertThat(project.run("state", "bootstrap", ENVIRONMENT).exitCode()).isZero();
    CommandRun empty = drift(project, "--detailed-exitcode");
    assertThat(empty.exitCode()).as(empty.out() + empty.err()).isZero();
    assertThat(empty.out()).endsWith("\nDrift: none\n");
    apply(project);

    CommandRun none = drift(project, "--detailed-exitcode");
    assertThat(none.exitCode()).as(none.out() + none.err()).isZero();
    assertThat(none.out())
        .as("what the resource beside the bucket made of it is no drift")
        .contains("set by nothing in the root", "versioning.0.enabled: false -> true")
        .endsWith("\nDrift: none\n");

    outputs(project);
    changeBehindOurBack(project);

    CommandRun text = drift(project, "--detailed-exitcode");
    assertThat(text.exitCode()).as(text.out() + text.err()).isEqualTo(2);
    assertThat(text.out())
        .contains("buckets.documents: 1 resource changed\n")
        .contains("  ~ module.buckets_documents.aws_s3_bucket.this was changed\n")
        .contains("tags.owner: \"platform\" -> \"mallory\"")
        .contains("  - aws_s3_bucket.lost is gone\n")
        .endsWith("\nDrift: 1 resource changed, 1 resource gone\n");
    inOtherForms(project);
    dataElsewhere(project);
    assertThat(project.folder().resolve("build/.online/development/tfplan")).doesNotExist();
  }

  private void outputs(StateProject project) throws IOException {
    CommandRun text = run(project, Map.of(), "outputs", ENVIRONMENT);
    assertThat(text.exitCode()).as(text.err()).isZero();
    assertThat(text.out())
        .isEqualTo(
            """
            bucket = "cashtrace-drift-lost"
            connection = "(sensitive)"
            settings = {"api_token":"(sensitive)","size":3}
            """);
    CommandRun run = run(project, Map.of(), "outputs", ENVIRONMENT, "--format", "json");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(ReportSchema.violations("outputs", json)).isEmpty();
    assertThat(json.at("/outputs/connection"))
        .hasToString("{\"sensitive\":true,\"value\":\"(sensitive)\"}");
    assertThat(json.at("/outputs/bucket/value").asText()).isEqualTo("cashtrace-drift-lost");
    assertThat(run.out() + run.err()).doesNotContain("secret-of", "planted-token");
  }

  private void inOtherForms(StateProject project) throws IOException {
    // who has terraform not look is not told that there is nothing
    Map<String, String> blind = Map.of("TF_CLI_ARGS_plan", "-refresh=false");
    CommandRun run = run(project, blind, "drift", ENVIRONMENT, "--format", "json");
    assertThat(run.exitCode()).as("without --detailed-exitcode").isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(ReportSchema.violations("drift", json)).isEmpty();
    assertThat(json.path("total")).hasToString("{\"changed\":1,\"gone\":1}");
    assertThat(json.at("/drifted").findValuesAsText("address"))
        .containsExactly("module.buckets_documents.aws_s3_bucket.this", "aws_s3_bucket.lost");
    Path page = folder.resolve("page");
    Map<String, String> github = Map.of("GITHUB_STEP_SUMMARY", page.toString());

    CommandRun markdown = run(project, github, "drift", ENVIRONMENT, "--format", "markdown");

    assertThat(markdown.out())
        .startsWith("<!-- cashtrace-infra drift development -->\n### Drift of `development`\n")
        .contains("**Drift: 1 resource changed, 1 resource gone**")
        .contains("! module.buckets_documents.aws_s3_bucket.this was changed");
    assertThat(page).hasContent("\n" + markdown.out());
  }

  /** The spec is right, and what is there is not where it says. */
  private void dataElsewhere(StateProject project) throws Exception {
    elsewhere = true;
    write("aws.elsewhere", "cashtrace-drift-elsewhere");
    run(project, Map.of(), "outputs", ENVIRONMENT); // renders
    apply(project);

    CommandRun run = drift(project);

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
    assertThat(run.out()).contains("error[approved-places-african]", "us-east-1");
  }

  private static void changeBehindOurBack(StateProject project) {
    try (Aws aws = project.aws()) {
      Tag owner = Tag.builder().key("owner").value("mallory").build();
      aws.s3()
          .putBucketTagging(b -> b.bucket("cashtrace-drift-kept").tagging(t -> t.tagSet(owner)));
      aws.s3().deleteBucket(b -> b.bucket("cashtrace-drift-lost"));
    }
  }

  @Test
  void refusesAnotherAccountAndAnswersForOneEnvironmentWhereTheOtherFails() throws Exception {
    StateProject project = project();

    CommandRun foreign = drift(project.as("999988887777"));

    assertThat(foreign.exitCode()).isEqualTo(1);
    assertThat(foreign.err()).contains("'999988887777'", "'111122223333'");
    Path root = project.folder().resolve("build/.online/development/root");
    assertThat(root.resolve(".terraform")).as("terraform has not looked").doesNotExist();
    CommandRun missing = drift(project);
    assertThat(missing.exitCode()).as("the state has no bucket yet").isEqualTo(1);
    assertThat(missing.err()).contains("error[");
    assertThat(missing.out()).isEmpty();
  }

  /** A project whose environment declares nothing, with a root of its own. */
  private StateProject project() throws IOException {
    StateProject project = StateProject.in(EMULATOR, folder);
    Path spec = folder.resolve("environments/" + ENVIRONMENT + ".yaml");
    String text = Files.readString(spec);
    Files.writeString(
        spec,
        text.substring(0, text.indexOf("\nservices:"))
            + "\nservices: null\ndatabases: null\ncaches: null\nsecrets: null\n"
            + "buckets: { documents: { oldVersions: 7d }, statements: null, exports: null }\n");
    RootTemplates.copyTo(folder);
    Path module = Files.createDirectories(folder.resolve("modules/aws/bucket"));
    Files.writeString(module.resolve("main.tf"), MODULE);
    write("aws", "cashtrace-drift-kept");
    return project;
  }

  /** The root, with a bucket in the region of that provider. */
  private void write(String provider, String bucket) throws IOException {
    Path page = folder.resolve("templates/aws/things.tf.j2");
    Files.writeString(page, (elsewhere ? ELSEWHERE : "") + ROOT.formatted(provider, bucket));
  }

  /** By terraform alone, in the root that drift made ready. */
  private void apply(StateProject project) throws Exception {
    Path root = folder.resolve("build/.online/development/root");
    Path file = root.resolve("said");
    var terraform = new BackendTerraform(root, variables(project, Map.of()));
    terraform.run(0, "apply", "-auto-approve", "-no-color");
    Files.delete(file);
  }

  private CommandRun drift(StateProject project, String... words) {
    List<String> line = new ArrayList<>(List.of("drift", ENVIRONMENT));
    line.addAll(List.of(words));
    return run(project, Map.of(), line.toArray(String[]::new));
  }

  private CommandRun run(StateProject project, Map<String, String> more, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--templates", folder.resolve("templates").toString()));
    line.addAll(List.of("--modules", folder.resolve("modules").toString()));
    return CommandRun.with(variables(project, more), project.folder(), line.toArray(String[]::new));
  }

  /** A provider that is shared holds one configuration, and in the end there are two. */
  private Map<String, String> variables(StateProject project, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(project.variables());
    variables.putAll(BackendTerraform.ofThisProcess());
    if (!elsewhere) {
      variables.putAll(EMULATOR.sharedProvider(variables));
    }
    variables.putAll(more);
    return variables;
  }
}
