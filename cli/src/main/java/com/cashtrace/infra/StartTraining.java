package com.cashtrace.infra;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.mask.Masker;
import com.cashtrace.infra.problem.FailureException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;

/**
 * Runs several command lines in one process, so that the archive of classes which the launcher lets
 * the JVM write covers them all, and with them the clients of AWS.
 */
final class StartTraining {

  /** Nobody's credentials, and a port of this machine where nobody listens. */
  private static final Map<String, String> NOBODY =
      Map.of(
          "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
          "AWS_ACCESS_KEY_ID", "none",
          "AWS_SECRET_ACCESS_KEY", "none",
          "AWS_MAX_ATTEMPTS", "1");

  private StartTraining() {}

  /**
   * Runs each argument as a command line of its own and drops what it prints.
   *
   * @param args command lines, their words separated by one space
   */
  public static void main(String[] args) {
    for (String line : args) {
      try (var out = new PrintWriter(Writer.nullWriter());
          var err = new PrintWriter(Writer.nullWriter())) {
        // What it returns is of no interest: a faulty spec loads the classes as well as a good one.
        int ignored = Main.run(line.split(" ", -1), out, err, new Masker());
      }
    }
    try (Aws aws = Aws.in("af-south-1", NOBODY)) {
      fails(() -> aws.sts().getCallerIdentity());
      fails(() -> aws.s3().getObjectAsBytes(b -> b.bucket("state").key("key")));
      fails(() -> aws.kms().getPublicKey(b -> b.keyId("key")));
      fails(() -> aws.dynamoDb().describeTable(b -> b.tableName("locks")));
    }
  }

  /** A question loads nearly as much without an answer. */
  private static void fails(Runnable question) {
    try {
      question.run();
    } catch (FailureException e) {
      return;
    }
    throw new IllegalStateException("somebody answers on port 1 of this machine");
  }
}
