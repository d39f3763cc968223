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
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The report on the state that an environment has, with its trail, by real terraform. */
@Timeout(300)
class ResidencyReportLiveIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;

  private static final String SECRET = "tok-in-the-state-4711";

  private static final String THINGS =
      """
      resource "aws_ssm_parameter" "this" {
        name = "/development/greeting"
        type = "SecureString"
        value = "%s"
      }
      """
          .formatted(SECRET);

  /** Terraform that waits after each show until somebody removes a file. */
  private static final String HELD =
      """
      #!/bin/bash
      terraform "$@"
      code=$?
      if [ "$1" = show ]; then
        touch '%1$s'
        while [ -e '%1$s' ]; do sleep 0.05; done
      fi
      exit $code
      """;

  private SmallProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    BackendTerraform.require();
    project = SmallProject.in(EMULATOR, folder).bootstrapped();
  }

  private CommandRun report(String... words) {
    return report(Map.of(), words);
  }

  private CommandRun report(Map<String, String> variables, String... words) {
    String[] line = {"residency-report", "development", "--from", "state"};
    String[] all = Arrays.copyOf(line, line.length + words.length);
    System.arraycopy(words, 0, all, line.length, words.length);
    return project.with(variables, all);
  }

  private JsonNode json(int exitCode) throws IOException {
    CommandRun run = report("--format", "json");
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    assertThat(run.out()).doesNotContain(SECRET);
    JsonNode document = new ObjectMapper().readTree(run.out());
    assertThat(ReportSchema.violations("residency-report", document)).isEmpty();
    return document.at("/chapters/0");
  }

  @Test
  void readsTheStateAndItsTrailAndFindsWhatTheTrailDoesNotTell() throws Exception {
    project.holds(THINGS, "");
    CommandRun nothing = report();
    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(nothing.err())
        .contains("error[state-missing]: 'development' has no state yet", "'apply development'");

    apply();
    JsonNode chapter = json(0);
    assertThat(chapter.at("/evidence/input/file").asText())
        .isEqualTo("s3://" + StateProject.BUCKET + "/" + StateProject.KEY);
    assertThat(chapter.at("/evidence/input/serial").asInt()).isPositive();
    assertThat(chapter.at("/evidence/input/lineage").asText()).hasSize(36);
    JsonNode trail = chapter.at("/evidence/trail");
    assertThat(trail.path("intact").asBoolean()).isTrue();
    assertThat(trail.path("keyKnown").asBoolean()).isTrue();
    assertThat(trail.path("standing").asText()).isEqualTo("recorded");
    assertThat(trail.at("/lastApply/outcome").asText()).isEqualTo("done");
    assertThat(trail.at("/lastApply/verdict").asText()).isEqualTo("passed");
    assertThat(json(0)).isEqualTo(chapter);
    assertThat(report("--format", "oscal").out())
        .contains("\"href\": \"s3://" + StateProject.BUCKET + "/" + StateProject.KEY);

    // a rule set that forbids the place refuses no report
    CommandRun asked = report("--profile", "ng-sovereign", "--as-of", "2027-02-01");
    assertThat(asked.out()).as(asked.err()).contains("as of 2027-02-01");

    moveOn();
    JsonNode moved = json(3);
    assertThat(moved.at("/evidence/trail/standing").asText()).isEqualTo("not-recorded");
    assertThat(moved.at("/notices/0/code").asText()).isEqualTo("state-not-recorded");

    spoilTheTrail();
    JsonNode spoilt = json(3);
    assertThat(spoilt.at("/evidence/trail/intact").asBoolean()).isFalse();
    assertThat(spoilt.at("/evidence/trail").has("lastApply")).isFalse();
    assertThat(spoilt.at("/notices").findValuesAsText("code")).contains("trail-not-verified");
  }

  @Test
  void givesHeadAndContentThatBelongToEachOther() throws Exception {
    project.withoutProvider().holds("resource \"terraform_data\" \"this\" {}\n", "");
    apply();
    Path asked = folder.resolve("asked");
    Path program = Files.writeString(folder.resolve("held"), HELD.formatted(asked));
    assertThat(program.toFile().setExecutable(true)).isTrue();

    var once = CompletableFuture.runAsync(() -> meanwhile(asked, 1));
    CommandRun settled = report("--terraform", program.toString(), "--format", "json");
    once.join();
    JsonNode document = new ObjectMapper().readTree(settled.out());
    assertThat(document.at("/chapters/0/evidence/input/serial").asLong()).isEqualTo(serial());

    var always = CompletableFuture.runAsync(() -> meanwhile(asked, 3));
    CommandRun moving = report("--terraform", program.toString());
    always.join();
    assertThat(moving.exitCode()).isEqualTo(1);
    assertThat(moving.err()).contains("error[state-moving]");
    assertThat(moving.out()).isEmpty();
  }

  private void apply() {
    CommandRun applied = project.run("apply", "development", "--yes");
    assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
  }

  /** Changes the state after each of the first shows of terraform, and lets it go on. */
  private void meanwhile(Path asked, int changes) {
    try {
      for (int show = 0; show < Math.max(changes, 2); show++) {
        while (!Files.exists(asked)) {
          Thread.sleep(20);
        }
        if (show < changes) {
          moveOn();
        }
        Files.delete(asked);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the state again with the next serial, past the locks and the trail. */
  private void moveOn() {
    long now = serial();
    String next = state().replace("\"serial\": " + now, "\"serial\": " + (now + 1));
    String lock = StateProject.BUCKET + "/" + StateProject.KEY + "-md5";
    try (Aws aws = project.aws()) {
      aws.s3()
          .putObject(
              b -> b.bucket(StateProject.BUCKET).key(StateProject.KEY),
              RequestBody.fromString(next));
      aws.dynamoDb()
          .deleteItem(
              b ->
                  b.tableName(StateProject.TABLE)
                      .key(Map.of("LockID", AttributeValue.fromS(lock))));
    }
  }

  private long serial() {
    String state = state();
    int at = state.indexOf("\"serial\": ") + 10;
    return Long.parseLong(state.substring(at, state.indexOf(',', at)));
  }

  private String state() {
    try (Aws aws = project.aws()) {
      return aws.s3()
          .getObjectAsBytes(b -> b.bucket(StateProject.BUCKET).key(StateProject.KEY))
          .asUtf8String();
    }
  }

  private void spoilTheTrail() {
    String record = "audit/development/records/0000000002.jsonl";
    try (Aws aws = project.aws()) {
      String text =
          aws.s3().getObjectAsBytes(b -> b.bucket(StateProject.BUCKET).key(record)).asUtf8String();
      aws.s3()
          .putObject(
              b -> b.bucket(StateProject.BUCKET).key(record),
              RequestBody.fromString(text.replace("plan", "plam")));
    }
  }
}
