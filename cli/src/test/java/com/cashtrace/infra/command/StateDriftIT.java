package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.ALIAS;
import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.LOGS;
import static com.cashtrace.infra.command.StateProject.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Spoils each setting behind bootstrap's back: it tells of just that one, and puts it right. */
@Timeout(300)
class StateDriftIT {

  private static final String OPEN_POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "DenyWithoutTls", "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::%s/*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
        {"Sid": "Theirs", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
         "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::%s"}]}
      """;

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> putsEachSettingRight() throws Exception {
    StateProject project = StateProject.in(EMULATOR, folder);
    bootstrap(project);
    return drifts().entrySet().stream()
        .map(
            drift ->
                DynamicTest.dynamicTest(
                    drift.getKey(), () -> isPutRight(project, drift.getKey(), drift.getValue())));
  }

  private static void isPutRight(StateProject project, String setting, Consumer<Aws> spoil) {
    EMULATOR.noFaults();
    try (Aws aws = project.aws()) {
      spoil.accept(aws);
    }
    CommandRun dry = project.run("state", "bootstrap", "development", "--dry-run");
    assertThat(dry.out()).as(dry.err()).startsWith("set     " + setting).contains("1 change to");
    assertThat(EMULATOR.noFaults()).as("requests that spoiled, and no other").isLessThan(3);

    CommandRun mend = project.run("state", "bootstrap", "development");
    assertThat(mend.exitCode()).as(mend.err()).isZero();
    assertThat(mend.out()).startsWith("set     " + setting).contains("1 change made");

    assertThat(project.run("state", "bootstrap", "development").out())
        .startsWith("development: the state backend is as it must be");
  }

  private static void bootstrap(StateProject project) {
    CommandRun run = project.run("state", "bootstrap", "development");
    assertThat(run.exitCode()).as(run.err()).isZero();
    EMULATOR.noFaults();
  }

  /** What bootstrap says first, to how it comes about. */
  private static Map<String, Consumer<Aws>> drifts() {
    Map<String, Consumer<Aws>> drifts = new TreeMap<>();
    drifts.putAll(keyDrifts());
    for (String bucket : new String[] {BUCKET, LOGS}) {
      drifts.putAll(bucketDrifts(bucket));
    }
    drifts.putAll(stateBucketDrifts());
    drifts.putAll(tableDrifts());
    return drifts;
  }

  private static Map<String, Consumer<Aws>> keyDrifts() {
    String key = "key " + ALIAS;
    return Map.of(
        key + ": alias set (was: missing)",
        aws -> aws.kms().deleteAlias(b -> b.aliasName(ALIAS)),
        key + ": state enabled (was: disabled)",
        aws -> aws.kms().disableKey(b -> b.keyId(id(aws))),
        key + ": rotation yearly (was: off)",
        aws -> aws.kms().disableKeyRotation(b -> b.keyId(id(aws))),
        key + ": policy by IAM of the account (was: another)",
        aws ->
            aws.kms()
                .putKeyPolicy(
                    b ->
                        b.keyId(id(aws))
                            .policyName("default")
                            .policy(
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                    + "\"Principal\":{\"AWS\":\"*\"},\"Action\":\"kms:*\","
                                    + "\"Resource\":\"*\"}]}")));
  }

  private static String id(Aws aws) {
    return aws.kms().describeKey(b -> b.keyId(ALIAS)).keyMetadata().keyId();
  }

  private static Map<String, Consumer<Aws>> bucketDrifts(String bucket) {
    OwnershipControlsRule preferred =
        OwnershipControlsRule.builder().objectOwnership("BucketOwnerPreferred").build();
    return Map.of(
        "bucket " + bucket + ": object ownership BucketOwnerEnforced (was: BucketOwnerPreferred)",
        aws ->
            aws.s3()
                .putBucketOwnershipControls(
                    b -> b.bucket(bucket).ownershipControls(c -> c.rules(preferred))),
        "bucket " + bucket + ": public access blocked (was: possible)",
        aws ->
            aws.s3()
                .putPublicAccessBlock(
                    b ->
                        b.bucket(bucket)
                            .publicAccessBlockConfiguration(
                                c -> c.blockPublicAcls(true).blockPublicPolicy(true))),
        "bucket " + bucket + ": policy TLS only",
        aws ->
            aws.s3()
                .putBucketPolicy(
                    b -> b.bucket(bucket).policy(OPEN_POLICY.formatted(bucket, bucket))),
        "bucket " + bucket + ": lifecycle",
        aws ->
            aws.s3()
                .putBucketLifecycleConfiguration(
                    b -> b.bucket(bucket).lifecycleConfiguration(c -> c.rules(removal()))));
  }

  private static LifecycleRule removal() {
    return LifecycleRule.builder()
        .id("state")
        .status("Enabled")
        .filter(f -> f.prefix(""))
        .expiration(e -> e.days(30))
        .build();
  }

  private static Map<String, Consumer<Aws>> stateBucketDrifts() {
    ServerSideEncryptionRule plain =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(d -> d.sseAlgorithm("AES256"))
            .build();
    String bucket = "bucket " + BUCKET;
    return Map.of(
        bucket + ": encryption " + ALIAS,
        aws ->
            aws.s3()
                .putBucketEncryption(
                    b -> b.bucket(BUCKET).serverSideEncryptionConfiguration(c -> c.rules(plain))),
        bucket + ": versioning on (was: off)",
        aws ->
            aws.s3()
                .putBucketVersioning(
                    b ->
                        b.bucket(BUCKET)
                            .versioningConfiguration(
                                c -> c.status(BucketVersioningStatus.SUSPENDED))),
        bucket + ": object lock on, by object (was: on, for every object)",
        aws ->
            aws.s3()
                .putObjectLockConfiguration(
                    b ->
                        b.bucket(BUCKET)
                            .objectLockConfiguration(
                                c ->
                                    c.objectLockEnabled(ObjectLockEnabled.ENABLED)
                                        .rule(
                                            r ->
                                                r.defaultRetention(
                                                    d ->
                                                        d.mode(ObjectLockRetentionMode.GOVERNANCE)
                                                            .days(1))))),
        bucket + ": access log to " + LOGS + " (was: off)",
        aws -> aws.s3().putBucketLogging(b -> b.bucket(BUCKET).bucketLoggingStatus(s -> {})));
  }

  private static Map<String, Consumer<Aws>> tableDrifts() {
    String table = "table " + TABLE;
    return Map.of(
        table + ": billing on demand (was: provisioned)",
        aws ->
            aws.dynamoDb()
                .updateTable(
                    b ->
                        b.tableName(TABLE)
                            .billingMode(BillingMode.PROVISIONED)
                            .provisionedThroughput(
                                p -> p.readCapacityUnits(1L).writeCapacityUnits(1L))),
        table + ": deletion protection on (was: off)",
        aws -> aws.dynamoDb().updateTable(b -> b.tableName(TABLE).deletionProtectionEnabled(false)),
        table + ": encryption " + ALIAS,
        aws ->
            aws.dynamoDb()
                .updateTable(b -> b.tableName(TABLE).sseSpecification(s -> s.enabled(false))),
        table + ": point-in-time recovery on (was: off)",
        aws ->
            aws.dynamoDb()
                .updateContinuousBackups(
                    b ->
                        b.tableName(TABLE)
                            .pointInTimeRecoverySpecification(
                                p -> p.pointInTimeRecoveryEnabled(false))));
  }

  @Test
  void keepsStatementsOfOthersInThePolicy() throws Exception {
    StateProject project = StateProject.in(EMULATOR, folder);
    bootstrap(project);
    try (Aws aws = project.aws()) {
      aws.s3().putBucketPolicy(b -> b.bucket(BUCKET).policy(OPEN_POLICY.formatted(BUCKET, BUCKET)));
      project.run("state", "bootstrap", "development");

      assertThat(aws.s3().getBucketPolicy(b -> b.bucket(BUCKET)).policy())
          .contains("\"Theirs\"", "\"DenyWithoutTls\"", "\"DenyOldTls\"", "\"s3:*\"");
    }
  }

  @Test
  void makesAnewWhatWasRemoved() throws Exception {
    StateProject project = StateProject.in(EMULATOR, folder);
    bootstrap(project);
    try (Aws aws = project.aws()) {
      aws.s3()
          .listObjectsV2(b -> b.bucket(LOGS))
          .contents() // who asked for the record of the bootstrap
          .forEach(log -> aws.s3().deleteObject(b -> b.bucket(LOGS).key(log.key())));
      aws.s3().deleteBucket(b -> b.bucket(LOGS));

      CommandRun run = project.run("state", "bootstrap", "development");

      assertThat(run.out()).startsWith("create  bucket " + LOGS);
      assertThat(aws.kms().listKeys().keys()).as("both keys were kept").hasSize(2);
    }
  }
}
