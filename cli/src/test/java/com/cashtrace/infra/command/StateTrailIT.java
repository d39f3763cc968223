package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.file.Digests;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/** What the commands on a state write into the audit trail, and what they do where they cannot. */
@Timeout(300)
class StateTrailIT {

  private static final String STATE =
      """
      {"version": 4, "terraform_version": "1.11.4", "serial": %d, "lineage": "l-1",
       "outputs": {}, "resources": [], "check_results": null}
      """;
  private static final String LOCK =
      """
      {"ID": "l-9", "Operation": "OperationTypeApply", "Info": "", "Who": "bob@laptop",
       "Version": "1.11.4", "Created": "2026-11-22 06:00:00 UTC", "Path": "x"}
      """;

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private StateProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = StateProject.in(EMULATOR, folder);
  }

  private CommandRun bootstrap() {
    return project.run("state", "bootstrap", "development");
  }

  private CommandRun push(int serial) throws IOException {
    return push(serial, 1);
  }

  private CommandRun push(int serial, int attempts) throws IOException {
    Files.writeString(folder.resolve("errored.tfstate"), STATE.formatted(serial));
    return project.with(
        Map.of("AWS_MAX_ATTEMPTS", String.valueOf(attempts)),
        "state",
        "push",
        "development",
        "errored.tfstate");
  }

  private void lock() {
    try (Aws aws = project.aws()) {
      aws.s3().putObject(b -> b.bucket(BUCKET).key(KEY + ".tflock"), RequestBody.fromString(LOCK));
    }
  }

  private void isWhole(int records) {
    CommandRun run = project.run("audit", "verify", "development");
    assertThat(run.out() + run.err())
        .startsWith(
            "development: " + records + (records == 1 ? " record," : " records,") + " whole");
  }

  /** The newest record. */
  private JsonNode newest() throws IOException {
    CommandRun run =
        project.run("audit", "show", "development", "--limit", "1", "--format", "json");
    return new ObjectMapper().readTree(run.out()).path("records").path(0);
  }

  private static void succeeds(CommandRun run) {
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private String state() {
    try (Aws aws = project.aws()) {
      return aws.s3().getObjectAsBytes(b -> b.bucket(BUCKET).key(KEY)).asUtf8String();
    }
  }

  @Test
  void recordsEachChangeAndTheTrailVerifiesAfterIt() throws Exception {
    succeeds(bootstrap());
    isWhole(1);
    JsonNode made = newest();
    assertThat(made.path("kind").asText()).isEqualTo("bootstrap");
    assertThat(made.at("/principal/name").asText()).isEqualTo("infra-apply");
    assertThat(made.at("/principal/arn").asText()).endsWith("assumed-role/infra-apply/ada");
    assertThat(made.at("/details/changes").toString())
        .contains("create bucket " + BUCKET, "set bucket " + BUCKET + ": encryption ");

    succeeds(push(1));
    isWhole(2);
    succeeds(push(4));
    isWhole(3);
    assertThat(newest().at("/details/before/serial").asInt()).isEqualTo(1);
    assertThat(newest().at("/details/after/serial").asInt()).isEqualTo(4);

    CommandRun history = project.run("state", "history", "development", "--format", "json");
    JsonNode versions = new ObjectMapper().readTree(history.out()).path("versions");
    String oldest = versions.path(versions.size() - 1).path("version").asText();
    succeeds(project.run("state", "restore", "development", oldest));
    isWhole(4);
    JsonNode restored = newest();
    assertThat(restored.path("kind").asText()).isEqualTo("restore");
    assertThat(restored.at("/details/version").asText()).isEqualTo(oldest);
    assertThat(restored.at("/details/after/serial").asInt()).isEqualTo(5);
    assertThat(restored.at("/digests/state").asText()).isEqualTo(Digests.sha256(state()));

    lock();
    succeeds(project.run("state", "unlock", "development", "l-9"));
    isWhole(5);
    assertThat(newest().path("details"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"lock": "l-9", "holder": "bob@laptop", "operation": "OperationTypeApply",
                     "since": "2026-11-22 06:00:00 UTC", "halves": ["s3"]}
                    """));
  }

  @Test
  void recordsNothingWhereNothingIsDone() throws Exception {
    succeeds(bootstrap());
    succeeds(push(1));

    succeeds(bootstrap());
    succeeds(push(1));
    succeeds(project.run("state", "unlock", "development", "l-9"));
    assertThat(project.run("state", "restore", "development", "none").exitCode()).isEqualTo(1);

    isWhole(2);
  }

  @Test
  void changesNothingThatItCannotRecord() throws Exception {
    succeeds(bootstrap());
    succeeds(push(1));
    EMULATOR.answer("TrentService.Sign", 100, 400, "AccessDeniedException");

    CommandRun pushed = push(2);

    assertThat(pushed.exitCode()).isEqualTo(1);
    assertThat(pushed.err()).contains("error[aws-access-denied]: you may not do kms:Sign");
    assertThat(state()).contains("\"serial\": 1");
    assertThat(project.run("state", "status", "development").out()).doesNotContain("held by");

    lock();
    CommandRun unlocked = project.run("state", "unlock", "development", "l-9");
    assertThat(unlocked.err()).contains("error[aws-access-denied]: you may not do kms:Sign");
    assertThat(project.run("state", "status", "development").out()).contains("held by bob@laptop");
    EMULATOR.noFaults();
    isWhole(2);
  }

  @Test
  void changesNothingWithoutAPlaceForTheRecord() throws Exception {
    assertThat(push(1).err())
        .contains("error[trail-key-missing]")
        .contains("hint: run 'state bootstrap development'");
    succeeds(bootstrap());
    Path spec = folder.resolve("environments/development.yaml");
    Files.writeString(spec, Files.readString(spec).replace(BUCKET, BUCKET + "-2"));
    try (Aws aws = project.aws()) {
      String key = "alias/" + BUCKET + "-audit-development";
      String id = aws.kms().describeKey(b -> b.keyId(key)).keyMetadata().keyId();
      String other = "alias/" + BUCKET + "-2-audit-development";
      aws.kms().createAlias(b -> b.aliasName(other).targetKeyId(id));
    }
    assertThat(push(1).err())
        .contains("error[state-bucket-missing]: environment 'development' has no bucket")
        .contains("hint: run 'state bootstrap development'");
  }

  @Test
  void tellsOfABootstrapThatItCannotRecordAndDoesSoLater() {
    EMULATOR.answer("TrentService.Sign", 100, 400, "AccessDeniedException");

    CommandRun first = bootstrap();

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.out()).contains("create  bucket " + BUCKET);
    assertThat(first.err())
        .contains("error[audit-not-recorded]: the bootstrap was done, but the trail of")
        .contains("you may not do kms:Sign");
    EMULATOR.noFaults();
    succeeds(bootstrap());
    isWhole(1);
  }

  @Test
  void keepsRecordsForAsLongAsTheSpecSays() {
    succeeds(bootstrap());
    HeadObjectResponse short1 = record(project, BUCKET, "development");
    assertThat(short1.objectLockMode()).isEqualTo(ObjectLockMode.GOVERNANCE);
    assertThat(days(short1)).isBetween(88L, 91L);

    StateProject production = project.as("444455556666");
    succeeds(production.run("state", "bootstrap", "production", "--yes"));
    HeadObjectResponse long7 = record(production, "cashtrace-444455556666-tfstate", "production");
    assertThat(long7.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
    assertThat(days(long7)).isBetween(7 * 365L - 2, 7 * 365L + 1);
  }

  private static HeadObjectResponse record(StateProject project, String bucket, String name) {
    try (Aws aws = project.aws()) {
      return aws.s3()
          .headObject(b -> b.bucket(bucket).key("audit/" + name + "/records/0000000001.jsonl"));
    }
  }

  private static long days(HeadObjectResponse object) {
    return Duration.between(Instant.now(), object.objectLockRetainUntilDate()).toDays();
  }

  @Test
  void takesNoOwnWriteForSomebodyElsesWhereAnAnswerGetsLost() throws Exception {
    succeeds(bootstrap());
    EMULATOR.noFaults();
    succeeds(push(1));
    int requests = EMULATOR.noFaults();
    assertThat(requests).as("locks, record, head, state, digest, locks").isGreaterThan(8);
    for (int lost = 0; lost < requests; lost++) {
      EMULATOR.loseOneAnswerAfter(lost);
      CommandRun run = push(2 + lost, 3);
      assertThat(run.exitCode()).as("after %d: %s", lost, run.err()).isZero();
      EMULATOR.noFaults();
      assertThat(project.run("state", "status", "development").out())
          .contains("serial " + (2 + lost))
          .doesNotContain("held by", "note ");
    }
    isWhole(2 + requests);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "lose"})
  void continuesWhereverTheConnectionIsCut(String kind) throws Exception {
    succeeds(bootstrap());
    EMULATOR.noFaults();
    succeeds(push(1));
    int requests = EMULATOR.noFaults();
    for (int passed = 0; passed < requests; passed++) {
      EMULATOR.failAfter(passed, kind);
      CommandRun broken = push(2 + passed);
      assertThat(broken.exitCode()).as("after %d: %s", passed, broken.err()).isEqualTo(1);
      EMULATOR.noFaults();
      unlockWhatIsToldOf(broken, passed);

      succeeds(push(2 + passed));

      assertThat(project.run("state", "status", "development").out())
          .as("after %d", passed)
          .contains("serial " + (2 + passed))
          .doesNotContain("held by", "note ");
    }
    assertThat(project.run("audit", "verify", "development").exitCode()).isZero();
  }

  /** A lock that is left is told of, with the command that releases it. */
  private void unlockWhatIsToldOf(CommandRun broken, int passed) {
    List<String> held =
        project
            .run("state", "status", "development")
            .out()
            .lines()
            .filter(line -> line.contains("held by"))
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .distinct()
            .toList();
    for (String id : held) {
      String command = "state unlock development " + id;
      assertThat(broken.err()).as("after %d", passed).contains("'" + command + "' releases it");
      succeeds(project.run(command.split(" ")));
    }
  }
}
