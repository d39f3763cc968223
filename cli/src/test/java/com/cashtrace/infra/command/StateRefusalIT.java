package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.ALIAS;
import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.REGION;
import static com.cashtrace.infra.command.StateProject.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ReplicationRule;

/** What bootstrap will not touch; nothing is changed then. */
@Timeout(120)
class StateRefusalIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private StateProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = StateProject.in(EMULATOR, folder);
  }

  private void isRefused(int exitCode, String code, String message) {
    EMULATOR.noFaults();
    CommandRun run = project.run("state", "bootstrap", "development");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error[" + code + "]: " + message);
    assertThat(EMULATOR.noFaults()).as("writing requests").isZero();
  }

  @Test
  void refusesABucketOfAnotherAccount() {
    try (Aws stranger = project.as("999988887777").aws()) {
      stranger.s3().createBucket(bucketIn(REGION, BUCKET));
    }
    isRefused(3, "state-bucket-foreign", "the bucket '" + BUCKET + "' belongs to another account");
  }

  @Test
  void refusesABucketThatIsNotWhereTheEnvironmentIs() {
    try (Aws aws = project.aws("eu-west-1")) {
      aws.s3().createBucket(bucketIn("eu-west-1", BUCKET));
    }
    isRefused(
        3,
        "state-bucket-elsewhere",
        "the bucket '"
            + BUCKET
            + "' is in 'eu-west-1', and environment 'development' keeps its state in 'af-south-1'");
  }

  @Test
  void refusesABucketThatIsCopiedElsewhere() {
    project.run("state", "bootstrap", "development");
    ReplicationRule rule =
        ReplicationRule.builder()
            .id("away")
            .status("Enabled")
            .priority(1)
            .filter(f -> f.prefix(""))
            .deleteMarkerReplication(d -> d.status("Disabled"))
            .destination(d -> d.bucket("arn:aws:s3:::far-away"))
            .build();
    try (Aws far = project.aws("eu-west-1");
        Aws aws = project.aws()) {
      far.s3().createBucket(bucketIn("eu-west-1", "far-away"));
      far.s3()
          .putBucketVersioning(
              b -> b.bucket("far-away").versioningConfiguration(c -> c.status("Enabled")));
      aws.s3()
          .putBucketReplication(
              b ->
                  b.bucket(BUCKET)
                      .replicationConfiguration(
                          c -> c.role("arn:aws:iam::111122223333:role/copy").rules(rule)));
    }
    isRefused(
        3,
        "state-bucket-copied",
        "the bucket '" + BUCKET + "' is copied to 'far-away' in 'eu-west-1'");
  }

  @Test
  void refusesATableThatHoldsSomethingElse() {
    try (Aws aws = project.aws()) {
      aws.dynamoDb()
          .createTable(
              b ->
                  b.tableName(TABLE)
                      .billingMode("PAY_PER_REQUEST")
                      .attributeDefinitions(
                          AttributeDefinition.builder()
                              .attributeName("id")
                              .attributeType("S")
                              .build())
                      .keySchema(
                          KeySchemaElement.builder().attributeName("id").keyType("HASH").build()));
    }
    isRefused(3, "state-table-unusable", "the table '" + TABLE + "' has another key than 'LockID'");
  }

  @Test
  void refusesAKeyThatIsToBeDeleted() {
    project.run("state", "bootstrap", "development");
    try (Aws aws = project.aws()) {
      String id = aws.kms().describeKey(b -> b.keyId(ALIAS)).keyMetadata().keyId();
      aws.kms().scheduleKeyDeletion(b -> b.keyId(id).pendingWindowInDays(7));
    }
    isRefused(1, "state-key-unusable", "the key '" + ALIAS + "'");
  }

  @Test
  void refusesAKeyThatMayBeCopiedToOtherRegions() {
    try (Aws aws = project.aws()) {
      String id = aws.kms().createKey(b -> b.multiRegion(true)).keyMetadata().keyId();
      aws.kms().createAlias(b -> b.aliasName(ALIAS).targetKeyId(id));
    }
    isRefused(1, "state-key-unusable", "the key '" + ALIAS + "'");
  }

  @Test
  void refusesCredentialsOfAnotherAccount() {
    project = project.as("999988887777");
    isRefused(
        1,
        "wrong-account",
        "the credentials are of account '999988887777'"
            + " (arn:aws:sts::999988887777:assumed-role/infra-apply/ada)");
  }

  @Test
  void refusesProductionWithoutYesBeforeItAsksAws() {
    StateProject production = project.as("444455556666");
    CommandRun no = production.run("state", "bootstrap", "production");
    assertThat(no.exitCode()).isEqualTo(64);
    assertThat(no.err()).contains("error[production-needs-yes]");

    assertThat(production.run("state", "bootstrap", "production", "--dry-run").exitCode()).isZero();
    assertThat(production.run("state", "bootstrap", "production", "--yes").exitCode()).isZero();
  }

  @Test
  void refusesASpecThatIsWrong() throws Exception {
    Path spec = folder.resolve("environments/development.yaml");
    Files.writeString(spec, Files.readString(spec).replace("10.20.0.0/16", "10.20.0.0/30"));
    CommandRun run = project.run("state", "bootstrap", "development");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("environments/development.yaml:");
    assertThat(EMULATOR.noFaults()).isZero();
  }

  @Test
  void refusesAPlaceThatTheResidencyProfileDoesNotAllow() throws Exception {
    for (String name : new String[] {"base", "development"}) {
      Path spec = folder.resolve("environments/" + name + ".yaml");
      Files.writeString(spec, Files.readString(spec).replace("af-south-1", "eu-west-1"));
    }
    CommandRun run = project.run("state", "bootstrap", "development");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("eu-west-1").contains("approved-places");
    assertThat(EMULATOR.noFaults()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "403, ExpiredToken, aws-credentials-expired",
    "403, InvalidClientTokenId, aws-credentials-refused",
    "403, RequestTimeTooSkewed, aws-clock-skew",
    "400, Throttling, aws-throttled",
    "403, AccessDenied, aws-access-denied",
    "400, SomethingNew, aws-error"
  })
  void saysWhatIsWrongBetweenUsAndAws(int status, String code, String problem) {
    project.variables(); // signs in, which would fail as well
    EMULATOR.answer("POST /?", 1000, status, code);
    CommandRun run = project.run("state", "bootstrap", "development");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("error[" + problem + "]:").contains("sts:GetCallerIdentity");
  }

  @Test
  void saysThatThereAreNoCredentials() {
    CommandRun run =
        CommandRun.with(
            Map.of("AWS_ENDPOINT_URL", EMULATOR.endpoint().toString()),
            folder,
            "state",
            "bootstrap",
            "development");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("error[aws-credentials-missing]: there are no AWS credentials")
        .doesNotContain("CredentialsProvider");
  }

  @Test
  void saysThatNobodyAnswers() {
    CommandRun run =
        project.with(
            Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:9"), "state", "bootstrap", "development");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("error[aws-unreachable]: AWS does not answer sts:GetCallerIdentity")
        .contains("Connection refused");
  }

  private static CreateBucketRequest bucketIn(String region, String name) {
    return CreateBucketRequest.builder()
        .bucket(name)
        .createBucketConfiguration(c -> c.locationConstraint(region))
        .build();
  }
}
