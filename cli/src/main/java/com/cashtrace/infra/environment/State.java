package com.cashtrace.infra.environment;

/**
 * Where Terraform's state lies and what guards it.
 *
 * @param bucket S3 bucket
 * @param key key of the state in it
 * @param locks which locks are taken
 * @param table DynamoDB table of the locks
 */
public record State(String bucket, String key, Locks locks, String table) {

  /** The bucket that takes the access log of the state's bucket. */
  public String logBucket() {
    return bucket + "-logs";
  }

  /** The alias of the KMS key that encrypts what is in the bucket. */
  public String keyAlias() {
    return "alias/" + bucket;
  }
}
