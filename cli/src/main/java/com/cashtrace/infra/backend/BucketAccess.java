package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;

/**
 * One bucket: whether it is there, is ours, and is where it must be.
 *
 * @param aws asks
 * @param place whose account and region it must be in
 * @param bucket its name, which is unique in the world
 */
record BucketAccess(Aws aws, StatePlace place, String bucket) {

  private static final String REGION = "x-amz-bucket-region";

  boolean exists() {
    Optional<String> region = region();
    region.filter(found -> !found.equals(place.region())).ifPresent(found -> refuse(found));
    return region.isPresent();
  }

  /** Fails with {@code state-bucket-missing} unless it is there, ours, and in its place. */
  void require() {
    if (!exists()) {
      throw new FailureException(
          Problem.unlocated(
              "state-bucket-missing",
              "environment '%s' has no bucket '%s' for its state and its audit trail"
                  .formatted(place.environment(), bucket),
              "run 'state bootstrap " + place.environment() + "'"));
    }
  }

  /** The region it is in, or nothing if nobody in the world has a bucket of this name. */
  Optional<String> region() {
    try {
      return Absent.or(
              () -> aws.s3().headBucket(b -> b.bucket(bucket).expectedBucketOwner(place.account())))
          .map(HeadBucketResponse::bucketRegion);
    } catch (AwsServiceException e) {
      if (e.statusCode() == 301) {
        return e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(REGION);
      }
      if (e.statusCode() == 403) {
        throw foreign();
      }
      throw e;
    }
  }

  private void refuse(String region) {
    throw refused(
        "state-bucket-elsewhere",
        "the bucket '%s' is in '%s', and environment '%s' keeps its state in '%s'"
            .formatted(bucket, region, place.environment(), place.region()),
        "name another bucket in state.bucket: one that is not there yet is made in the right place");
  }

  FailureException foreign() {
    return refused(
        "state-bucket-foreign",
        "the bucket '%s' belongs to another account, or you may not look at it in account '%s'"
            .formatted(bucket, place.account()),
        "name another bucket in state.bucket, or use a role that may do s3:ListBucket");
  }

  private static FailureException refused(String code, String message, String hint) {
    return new FailureException(Problem.unlocated(code, message, hint), ExitCode.FINDINGS, null);
  }

  void create(boolean lockable) {
    CreateBucketRequest.Builder request =
        CreateBucketRequest.builder()
            .bucket(bucket)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .objectLockEnabledForBucket(lockable);
    if (!place.region().equals("us-east-1")) { // which has no name in S3
      request.createBucketConfiguration(
          c -> c.locationConstraint(BucketLocationConstraint.fromValue(place.region())));
    }
    try {
      Absent.create(() -> aws.s3().createBucket(request.build()));
    } catch (AwsServiceException e) {
      throw Absent.code(e).equals("BucketAlreadyExists") ? foreign() : e;
    }
  }
}
