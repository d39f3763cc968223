package com.cashtrace.infra.backend;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** The settings that buckets of ours have in common. */
final class BucketSettings {

  private static final OwnershipControlsRule OWNER_ENFORCED =
      OwnershipControlsRule.builder()
          .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
          .build();

  private final Aws aws;
  private final String bucket;

  BucketSettings(Aws aws, String bucket) {
    this.aws = aws;
    this.bucket = bucket;
  }

  private S3Client s3() {
    return aws.s3();
  }

  Setting ownership() {
    return new Setting(
        "object ownership",
        "BucketOwnerEnforced",
        () ->
            Absent.or(() -> s3().getBucketOwnershipControls(b -> b.bucket(bucket)))
                .map(answer -> answer.ownershipControls().rules().get(0).objectOwnershipAsString())
                .orElse("none"),
        () ->
            s3().putBucketOwnershipControls(
                    b -> b.bucket(bucket).ownershipControls(c -> c.rules(OWNER_ENFORCED))));
  }

  Setting publicAccess() {
    PublicAccessBlockConfiguration all =
        PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build();
    return new Setting(
        "public access",
        "blocked",
        () ->
            Absent.or(() -> s3().getPublicAccessBlock(b -> b.bucket(bucket)))
                    .filter(answer -> all.equals(answer.publicAccessBlockConfiguration()))
                    .isPresent()
                ? "blocked"
                : "possible",
        () -> s3().putPublicAccessBlock(b -> b.bucket(bucket).publicAccessBlockConfiguration(all)));
  }

  /** By a key of S3 itself: the only one that the delivery of access logs can write with. */
  Setting encryptionByS3() {
    return new Setting(
        "encryption",
        "SSE-S3",
        () ->
            encryption()
                .map(e -> e.sseAlgorithm() == ServerSideEncryption.AES256 ? "SSE-S3" : "another")
                .orElse("none"),
        () ->
            putEncryption(
                ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(
                        d -> d.sseAlgorithm(ServerSideEncryption.AES256))
                    .build()));
  }

  /** With our key; the bucket key spares a request to KMS for each object. */
  Setting encryptionBy(StateKey key) {
    return new Setting(
        "encryption",
        key.alias(),
        () ->
            encryption()
                .filter(e -> e.sseAlgorithm() == ServerSideEncryption.AWS_KMS)
                .map(e -> key.named(e.kmsMasterKeyID()))
                .orElse("without a key of ours"),
        () ->
            putEncryption(
                ServerSideEncryptionRule.builder()
                    .bucketKeyEnabled(true)
                    .applyServerSideEncryptionByDefault(
                        d -> d.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(key.arn()))
                    .build()));
  }

  private Optional<ServerSideEncryptionByDefault> encryption() {
    return Absent.or(() -> s3().getBucketEncryption(b -> b.bucket(bucket)))
        .map(
            answer ->
                answer
                    .serverSideEncryptionConfiguration()
                    .rules()
                    .get(0)
                    .applyServerSideEncryptionByDefault());
  }

  private void putEncryption(ServerSideEncryptionRule rule) {
    s3().putBucketEncryption(
            b -> b.bucket(bucket).serverSideEncryptionConfiguration(c -> c.rules(rule)));
  }

  Setting versioning() {
    return new Setting(
        "versioning",
        "on",
        () ->
            s3().getBucketVersioning(b -> b.bucket(bucket)).status()
                    == BucketVersioningStatus.ENABLED
                ? "on"
                : "off",
        () ->
            s3().putBucketVersioning(
                    b ->
                        b.bucket(bucket)
                            .versioningConfiguration(
                                c -> c.status(BucketVersioningStatus.ENABLED))));
  }

  /**
   * Objects can be locked one by one, which the audit trail does. A default for the bucket would
   * lock every version of the state and each lock file.
   */
  Setting objectLock() {
    return new Setting(
        "object lock",
        "on, by object",
        () ->
            Absent.or(() -> s3().getObjectLockConfiguration(b -> b.bucket(bucket)))
                .map(answer -> answer.objectLockConfiguration())
                .map(
                    c ->
                        c.rule() == null || c.rule().defaultRetention().modeAsString() == null
                            ? "on, by object"
                            : "on, for every object")
                .orElse("off"),
        () ->
            s3().putObjectLockConfiguration(
                    b ->
                        b.bucket(bucket)
                            .objectLockConfiguration(
                                c -> c.objectLockEnabled(ObjectLockEnabled.ENABLED))));
  }

  /**
   * What of the bucket's policy is ours, by the ids of its statements; those of others stay.
   *
   * @param wanted in words
   */
  Setting policy(String wanted, BucketPolicy policy) {
    return new Setting(
        "policy",
        wanted,
        () -> policy.isIn(currentPolicy()) ? wanted : "another",
        () -> {
          String text = policy.into(currentPolicy());
          s3().putBucketPolicy(b -> b.bucket(bucket).policy(text));
        });
  }

  private String currentPolicy() {
    return Absent.or(() -> s3().getBucketPolicy(b -> b.bucket(bucket)).policy()).orElse("{}");
  }

  /** Lifecycle rules, which are ours alone: one of others could remove the state. */
  Setting lifecycle(List<LifecycleTerm> terms) {
    String wanted = LifecycleTerm.words(terms);
    return new Setting(
        "lifecycle",
        wanted,
        () ->
            Absent.or(() -> s3().getBucketLifecycleConfiguration(b -> b.bucket(bucket)))
                .map(answer -> LifecycleTerm.read(answer.rules(), terms))
                .orElse("none"),
        () ->
            s3().putBucketLifecycleConfiguration(
                    b ->
                        b.bucket(bucket)
                            .lifecycleConfiguration(
                                c -> c.rules(terms.stream().map(LifecycleTerm::rule).toList()))));
  }

  /** Who asked for what is written into another bucket. */
  Setting accessLog(String target) {
    String prefix = bucket + "/";
    return new Setting(
        "access log",
        "to " + target,
        () ->
            Optional.ofNullable(s3().getBucketLogging(b -> b.bucket(bucket)).loggingEnabled())
                .map(
                    log ->
                        prefix.equals(log.targetPrefix())
                            ? "to " + log.targetBucket()
                            : "to " + log.targetBucket() + " at " + log.targetPrefix())
                .orElse("off"),
        () ->
            s3().putBucketLogging(
                    b ->
                        b.bucket(bucket)
                            .bucketLoggingStatus(
                                s ->
                                    s.loggingEnabled(
                                        l -> l.targetBucket(target).targetPrefix(prefix)))));
  }
}
