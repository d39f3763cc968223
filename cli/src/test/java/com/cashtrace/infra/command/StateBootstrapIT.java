package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.ALIAS;
import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.LOGS;
import static com.cashtrace.infra.command.StateProject.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** Bootstraps development on an account of the emulator. */
@Timeout(300)
class StateBootstrapIT {

  private static final String DONE = "development: the state backend is as it must be";

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private StateProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = StateProject.in(EMULATOR, folder);
  }

  @Test
  void makesEverythingOnAnEmptyAccountAndThenNothing() {
    CommandRun first = project.run("state", "bootstrap", "development");

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("create  key " + ALIAS)
        .contains("create  bucket " + BUCKET)
        .contains("create  bucket " + LOGS)
        .contains("create  table " + TABLE)
        .contains("set     bucket " + BUCKET + ": encryption " + ALIAS)
        .containsPattern("development: \\d+ changes made in account 111122223333, af-south-1\n$");
    try (Aws aws = project.aws()) {
      checkBucket(aws);
      checkTable(aws);
    }

    CommandRun second =
        project.run("state", "bootstrap", "development", "--detailed-exitcode", "--format", "text");
    assertThat(second.exitCode()).as(second.out() + second.err()).isZero();
    assertThat(second.out()).isEqualTo(DONE + " in account 111122223333, af-south-1\n");
  }

  /** Asks AWS itself, not through the code that made it. */
  private static void checkBucket(Aws aws) {
    var s3 = aws.s3();
    assertThat(s3.getBucketVersioning(b -> b.bucket(BUCKET)).statusAsString()).isEqualTo("Enabled");
    var encryption =
        s3.getBucketEncryption(b -> b.bucket(BUCKET))
            .serverSideEncryptionConfiguration()
            .rules()
            .get(0);
    assertThat(encryption.bucketKeyEnabled()).isTrue();
    assertThat(encryption.applyServerSideEncryptionByDefault().sseAlgorithmAsString())
        .isEqualTo("aws:kms");
    String key = aws.kms().describeKey(b -> b.keyId(ALIAS)).keyMetadata().arn();
    assertThat(encryption.applyServerSideEncryptionByDefault().kmsMasterKeyID()).isEqualTo(key);
    assertThat(aws.kms().getKeyRotationStatus(b -> b.keyId(key)).keyRotationEnabled()).isTrue();
    for (String bucket : List.of(BUCKET, LOGS)) {
      var block = s3.getPublicAccessBlock(b -> b.bucket(bucket)).publicAccessBlockConfiguration();
      assertThat(block.toString()).doesNotContain("false").contains("RestrictPublicBuckets=true");
      assertThat(s3.getBucketPolicy(b -> b.bucket(bucket)).policy())
          .contains("\"aws:SecureTransport\":\"false\"");
      assertThat(s3.getBucketOwnershipControls(b -> b.bucket(bucket)).toString())
          .contains("BucketOwnerEnforced");
    }
    assertThat(s3.getBucketLogging(b -> b.bucket(BUCKET)).loggingEnabled().targetBucket())
        .isEqualTo(LOGS);
    assertThat(s3.getObjectLockConfiguration(b -> b.bucket(BUCKET)).toString())
        .contains("ObjectLockEnabled=Enabled");
    List<LifecycleRule> rules = s3.getBucketLifecycleConfiguration(b -> b.bucket(BUCKET)).rules();
    assertThat(rules).extracting(LifecycleRule::id).containsExactly("state", "plans");
    assertThat(rules.get(0).expiration().days()).as("the state itself stays").isNull();
  }

  private static void checkTable(Aws aws) {
    TableDescription table = aws.dynamoDb().describeTable(b -> b.tableName(TABLE)).table();
    assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(table.deletionProtectionEnabled()).isTrue();
    assertThat(table.sseDescription().kmsMasterKeyArn())
        .isEqualTo(aws.kms().describeKey(b -> b.keyId(ALIAS)).keyMetadata().arn());
    assertThat(aws.dynamoDb().describeContinuousBackups(b -> b.tableName(TABLE)).toString())
        .contains("PointInTimeRecoveryStatus=ENABLED");
  }

  @Test
  void tellsWithDryRunWhatItWouldDoAndDoesNothing() throws Exception {
    CommandRun dry =
        project.run(
            "state",
            "bootstrap",
            "development",
            "--dry-run",
            "--detailed-exitcode",
            "--format",
            "json");

    assertThat(dry.exitCode()).as(dry.err()).isEqualTo(2);
    assertThat(EMULATOR.noFaults()).as("writing requests").isZero();
    JsonNode json = new ObjectMapper().readTree(dry.out());
    assertThat(ReportSchema.violations("bootstrap", json)).isEmpty();
    assertThat(json.path("dryRun").asBoolean()).isTrue();
    assertThat(json.path("caller").asText()).contains("assumed-role/infra-apply/ada");

    CommandRun real = project.run("state", "bootstrap", "development", "--format", "json");
    JsonNode made = new ObjectMapper().readTree(real.out());
    assertThat(ReportSchema.violations("bootstrap", made)).isEmpty();
    assertThat(json.path("changes").findValuesAsText("resource"))
        .containsAll(made.path("changes").findValuesAsText("resource"));
  }

  @Test
  void makesNoTableWhereOnlyTheBucketLocks() throws Exception {
    Path spec = folder.resolve("environments/development.yaml");
    Files.writeString(
        spec,
        Files.readString(spec)
            .replace("key: development/terraform.tfstate", "key: d/t.tfstate\n  locks: s3"));

    CommandRun run = project.run("state", "bootstrap", "development");

    assertThat(run.exitCode()).as(run.err()).isZero();
    try (Aws aws = project.aws()) {
      assertThat(aws.dynamoDb().listTables().tableNames()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "lose"})
  void continuesWhereItWasInterruptedAfterAnyRequest(String kind) {
    project.run("state", "bootstrap", "development");
    int requests = EMULATOR.noFaults();
    assertThat(requests).isGreaterThan(14);
    for (int passed = 0; passed < requests; passed++) {
      EMULATOR.empty();
      EMULATOR.failAfter(passed, kind);
      CommandRun broken = project.run("state", "bootstrap", "development");
      assertThat(broken.exitCode()).as("after %d: %s", passed, broken.err()).isEqualTo(1);
      assertThat(broken.err()).contains("AWS does not answer");

      EMULATOR.noFaults();
      CommandRun resumed = project.run("state", "bootstrap", "development");
      assertThat(resumed.exitCode()).as("after %d: %s", passed, resumed.err()).isZero();
      CommandRun last = project.run("state", "bootstrap", "development");
      assertThat(last.out()).as("after %d", passed).startsWith(DONE);
      try (Aws aws = project.aws()) {
        assertThat(aws.kms().listKeys().keys()).as("keys after %d", passed).hasSize(2);
      }
    }
  }

  @Test
  void waitsAndTriesAgainWhenAwsThrottles() {
    EMULATOR.answer("PUT /" + BUCKET + "?encryption", 2, 503, "SlowDown");

    CommandRun run =
        project.with(Map.of("AWS_MAX_ATTEMPTS", "4"), "state", "bootstrap", "development");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(EMULATOR.noFaults()).isEqualTo(3);
  }
}
