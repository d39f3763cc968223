package com.cashtrace.infra.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;

@Timeout(60)
class EmulatorIT {

  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::shelf/*",
         "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
      """;

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @Test
  void knowsWhoAsks() {
    try (StsClient sts =
        StsClient.builder()
            .region(Region.AF_SOUTH_1)
            .endpointOverride(EMULATOR.endpoint())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(credentials("444455556666", "infra-plan"))
            .build()) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo("444455556666");
      assertThat(sts.getCallerIdentity().arn())
          .isEqualTo("arn:aws:sts::444455556666:assumed-role/infra-plan/ada");
    }
  }

  @Test
  void hidesABucketFromOtherAccountsAndTellsItsRegion() {
    try (S3Client owner = s3("444455556666", Region.AF_SOUTH_1);
        S3Client stranger = s3("111122223333", Region.AF_SOUTH_1);
        S3Client elsewhere = s3("444455556666", Region.EU_WEST_1)) {
      owner.createBucket(b -> b.bucket("shelf"));

      assertThat(owner.headBucket(b -> b.bucket("shelf")).bucketRegion()).isEqualTo("af-south-1");
      assertThatThrownBy(() -> stranger.headBucket(b -> b.bucket("shelf")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
      assertThatThrownBy(() -> elsewhere.headBucket(b -> b.bucket("shelf")))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(301));
    }
  }

  @Test
  void takesObjectsUnderAPolicyThatWantsTls() {
    try (S3Client s3 = s3("444455556666", Region.AF_SOUTH_1)) {
      s3.createBucket(b -> b.bucket("shelf"));
      s3.putBucketPolicy(b -> b.bucket("shelf").policy(POLICY));

      s3.putObject(
          b -> b.bucket("shelf").key("book"),
          software.amazon.awssdk.core.sync.RequestBody.fromString("x"));

      assertThat(s3.listObjectsV2(b -> b.bucket("shelf")).keyCount()).isEqualTo(1);
      assertThat(s3.getBucketPolicy(b -> b.bucket("shelf")).policy()).contains("SecureTransport");
    }
  }

  @Test
  void failsWritesFromTheOneThatWasNamed() {
    try (S3Client s3 = s3("444455556666", Region.AF_SOUTH_1)) {
      EMULATOR.failAfter(1, "refuse");
      s3.createBucket(b -> b.bucket("first"));
      assertThatThrownBy(() -> s3.createBucket(b -> b.bucket("second")))
          .isInstanceOf(SdkClientException.class);
      assertThat(EMULATOR.noFaults()).as("first, second and its retries").isGreaterThan(1);
      assertThat(s3.listBuckets().buckets()).extracting(b -> b.name()).containsExactly("first");

      EMULATOR.failAfter(0, "lose");
      assertThatThrownBy(() -> s3.createBucket(b -> b.bucket("third")))
          .isInstanceOf(SdkClientException.class);
      EMULATOR.noFaults();
      assertThat(s3.listBuckets().buckets()).extracting(b -> b.name()).contains("third");
    }
  }

  private static S3Client s3(String account, Region region) {
    return S3Client.builder()
        .region(region)
        .endpointOverride(EMULATOR.endpoint())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(credentials(account, "infra-apply"))
        .build();
  }

  private static StaticCredentialsProvider credentials(String account, String role) {
    Map<String, String> as = EMULATOR.as(account, role, "ada");
    return StaticCredentialsProvider.create(
        AwsSessionCredentials.create(
            as.get("AWS_ACCESS_KEY_ID"),
            as.get("AWS_SECRET_ACCESS_KEY"),
            as.get("AWS_SESSION_TOKEN")));
  }
}
