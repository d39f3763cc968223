package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnlineAdviceTest {

  private static final String LOCK =
      """
      Error message: operation error DynamoDB: PutItem, https response error StatusCode: 400,
      RequestID: 5f0dd1b6-ID: 7, ConditionalCheckFailedException: The conditional request failed
      Lock Info:
        ID:        c0ffee00-1111-2222-3333-444455556666
        Path:      bucket/development/terraform.tfstate
        Operation: OperationTypeApply
        Who:       ada@laptop
        Version:   1.11.4
        Created:   2026-11-22 09:10:11.123 +0000 UTC
        Info:\s

      Terraform acquires a state lock to protect the state from being written
      by multiple users at the same time.
      """;

  private final OnlineAdvice advice =
      new OnlineAdvice("development", OnlineAdvice.Surroundings.UNKNOWN);

  @Test
  void tellsWhoHoldsTheLockAndHowToReleaseIt() {
    Problem problem = explain("Error acquiring the state lock", LOCK);

    assertThat(problem.code()).isEqualTo("state-locked");
    assertThat(problem.message())
        .isEqualTo(
            "the state is locked by ada@laptop since 2026-11-22 09:10:11.123 +0000 UTC"
                + " (OperationTypeApply), id 'c0ffee00-1111-2222-3333-444455556666'");
    assertThat(problem.hint())
        .contains("'state unlock development c0ffee00-1111-2222-3333-444455556666'");
  }

  @Test
  void keepsTheWordsOfALockWhoseHolderIsNotTold() {
    assertThat(explain("Error acquiring the state lock", "ResourceNotFoundException").code())
        .isEqualTo("terraform-error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Saved plan is stale | The given plan file can no longer be applied | plan-stale",
        "creating SSM Parameter | api error ExpiredTokenException: The security token included in"
            + " the request is expired | aws-credentials-expired",
        "creating S3 Bucket | api error ExpiredToken: The provided token has expired. |"
            + " aws-credentials-expired",
        "x | api error InvalidSignatureException: Signature expired: 2026 | aws-clock-skew",
        "Failed to write | write /tmp/x: no space left on device | disk-full",
        "x | api error SlowDown: Please reduce your request rate | aws-throttled",
        "x | api error ThrottlingException: Rate exceeded | aws-throttled",
        "Error acquiring the state lock | api error ProvisionedThroughputExceededException: no |"
            + " aws-throttled",
        "Error acquiring the state lock | api error ExpiredToken: no | aws-credentials-expired",
        "x | operation error S3: PutObject, exceeded maximum number of attempts, 3, request send"
            + " failed, dial tcp 127.0.0.1:9: connect: connection refused | aws-unreachable",
        "x | api error AccessDenied: no | aws-access-denied",
        "creating S3 Bucket (b) | BucketAlreadyOwnedByYou: you own it | exists-already",
        "Invalid value | nothing that we know | terraform-error",
      })
  void tellsTheKindAndWhatToDoNext(String summary, String detail, String code) {
    Problem problem = explain(summary, detail.replace(" in ", "\nin\n  "));

    assertThat(problem.code()).isEqualTo(code);
    if (!code.equals("terraform-error")) {
      assertThat(problem.hint()).isNotBlank();
    }
    assertThat(problem.message()).contains(summary.strip());
    assertThat(problem.location()).isEqualTo(Location.ofFile("root/main.tf"));
  }

  @Test
  void namesTheCommandThatMendsAStaleDigest() {
    String detail = "state data in S3 does not have\nthe expected content. Update the Digest value";
    var diagnostic = new Diagnostic(Severity.ERROR, "Error refreshing state", detail, null, null);
    var known = new OnlineAdvice("development", new Around(Optional.of("v-1"), false));

    Problem problem = known.explain(diagnostic, diagnostic.problem());
    assertThat(problem.code()).isEqualTo("state-digest-differs");
    assertThat(problem.message()).doesNotContain("Update the Digest");
    assertThat(problem.hint())
        .startsWith("'cashtrace-infra state restore development v-1' has the table note what");
    assertThat(explain("Error refreshing state", detail).hint())
        .startsWith("'cashtrace-infra state restore development VERSION'")
        .contains("whose id 'state status' tells");
  }

  @Test
  void tellsOfAFullDiskWhereTerraformHadNoRoomToSayAnything() {
    var diagnostic =
        new Diagnostic(Severity.ERROR, "'terraform plan' failed", "it said nothing", null, null);
    var full = new OnlineAdvice("development", new Around(Optional.empty(), true));

    Problem problem = full.explain(diagnostic, diagnostic.problem());

    assertThat(problem.code()).isEqualTo("disk-full");
    assertThat(problem.message())
        .isEqualTo(
            "the disk of the work folder is full: terraform: 'terraform plan' failed: it said nothing");
    assertThat(problem.hint()).startsWith("free some space");
  }

  private record Around(Optional<String> stateVersion, boolean isDiskFull)
      implements OnlineAdvice.Surroundings {}

  @Test
  void sendsNobodyPastTheChecksOfAPush() {
    Problem problem =
        explain(
            "Failed to persist state to backend",
            "The error shown above ... terraform state push errored.tfstate");

    assertThat(problem.code()).isEqualTo("state-not-saved");
    assertThat(problem.message() + problem.hint()).doesNotContain("terraform state push");
  }

  @Test
  void leavesAWarningAsItIs() {
    var warning = new Diagnostic(Severity.WARNING, "SlowDown", "SlowDown", null, null);

    assertThat(advice.explain(warning, warning.problem())).isEqualTo(warning.problem());
  }

  private Problem explain(String summary, String detail) {
    var diagnostic = new Diagnostic(Severity.ERROR, summary, detail, null, null);
    return advice.explain(diagnostic, diagnostic.problem().at(Location.ofFile("root/main.tf")));
  }
}
