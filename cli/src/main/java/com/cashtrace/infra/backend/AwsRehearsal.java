package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import java.util.Map;

/**
 * One question of each client, so that a JVM which writes an archive of loaded classes has theirs.
 * Nobody hears them.
 */
public final class AwsRehearsal {

  /** Nobody's credentials, and a port of this machine where nobody listens. */
  private static final Map<String, String> NOBODY =
      Map.of(
          "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
          "AWS_ACCESS_KEY_ID", "none",
          "AWS_SECRET_ACCESS_KEY", "none",
          "AWS_MAX_ATTEMPTS", "1");

  private AwsRehearsal() {}

  /** Asks, and is not answered: that loads nearly as much. */
  public static void run() {
    try (Aws aws = Aws.in("af-south-1", NOBODY)) {
      fails(() -> aws.sts().getCallerIdentity());
      fails(() -> aws.s3().getObjectAsBytes(b -> b.bucket("state").key("key")));
      fails(() -> aws.kms().getPublicKey(b -> b.keyId("key")));
      fails(() -> aws.dynamoDb().describeTable(b -> b.tableName("locks")));
    }
  }

  private static void fails(Runnable question) {
    try {
      question.run();
    } catch (FailureException e) {
      return;
    }
    throw new IllegalStateException("somebody answers on port 1 of this machine");
  }
}
