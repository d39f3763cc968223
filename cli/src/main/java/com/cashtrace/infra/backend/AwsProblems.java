package com.cashtrace.infra.backend;

import static com.cashtrace.infra.problem.Problem.unlocated;

import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What each kind of trouble with AWS means to the person who runs the command. */
final class AwsProblems {

  private static final String AGAIN = "run the same command again; what was done stays done";

  private static final Set<Integer> EXPECTED = Set.of(301, 304, 404, 409, 412);
  private static final Set<String> EXPECTED_CODES =
      Set.of(
          "AlreadyExistsException",
          "ConditionalCheckFailedException",
          "NotFoundException",
          "ResourceInUseException",
          "ResourceNotFoundException",
          "ContinuousBackupsUnavailableException");
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
  private static final Set<String> SKEWED =
      Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
  private static final Set<String> REFUSED =
      Set.of(
          "AuthFailure",
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "InvalidToken",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  /** Where the SDK begins to list its own classes. */
  private static final Pattern CLASSES =
      Pattern.compile("( in the chain |: ProfileFile\\(| : \\[).*", Pattern.DOTALL);

  private AwsProblems() {}

  /** The problem, or null where the caller knows better what this means. */
  static @Nullable Problem of(Throwable e, String action, String region) {
    if (e instanceof AwsServiceException service) {
      return ofService(service, action, region);
    }
    if (e instanceof SdkClientException client) {
      return ofClient(client, action, region);
    }
    return e instanceof SdkException ? other(e, action) : null;
  }

  private static @Nullable Problem ofService(AwsServiceException e, String action, String region) {
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    String said = details == null ? "" : Objects.requireNonNullElse(details.errorMessage(), "");
    boolean late = said.contains("Signature expired") || said.contains("not yet current");
    if (SKEWED.contains(code) || (REFUSED.contains(code) && late)) {
      return unlocated(
          "aws-clock-skew",
          "AWS refuses " + action + ": the clock of this machine is " + skew(details, said),
          ClockSkew.FIX + "; then " + AGAIN);
    }
    if (EXPIRED.contains(code)) {
      return unlocated(
          "aws-credentials-expired",
          "AWS refuses " + action + ": the credentials have expired",
          "sign in again, then " + AGAIN);
    }
    if (REFUSED.contains(code)) {
      return unlocated(
          "aws-credentials-refused",
          "AWS refuses " + action + " in '" + region + "': it does not take these credentials",
          "check the access key; a region that the account has not enabled answers so too");
    }
    if (e.isThrottlingException() || e.statusCode() == 503 || code.equals("SlowDown")) {
      return unlocated(
          "aws-throttled",
          "AWS still throttles " + action + " after several attempts",
          "wait a minute, then " + AGAIN);
    }
    if (EXPECTED.contains(e.statusCode()) || EXPECTED_CODES.contains(code)) {
      return null;
    }
    boolean denied = e.statusCode() == 403 || code.startsWith("AccessDenied");
    return denied ? denial(action, said) : other(e, action);
  }

  /** As far as the answer tells its own time; else in the words of AWS. */
  private static String skew(@Nullable AwsErrorDetails details, String said) {
    return Optional.ofNullable(details)
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(ClockSkew::time)
        .map(ClockSkew::from)
        .filter(ClockSkew::tooMuch)
        .map(ClockSkew::words)
        .orElseGet(() -> "wrong (" + said + ")");
  }

  private static @Nullable Problem denial(String action, String said) {
    if (action.equals("s3:HeadBucket")) {
      return null; // says nothing, also where the bucket is somebody else's
    }
    return unlocated(
        "aws-access-denied",
        "you may not do " + action + (said.isEmpty() ? "" : ": " + said),
        "use a role that may");
  }

  private static Problem ofClient(SdkClientException e, String action, String region) {
    String said = Objects.requireNonNullElse(e.getMessage(), "");
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return unlocated(
            "aws-unreachable",
            "AWS does not answer " + action + " in '" + region + "': " + reason(cause),
            "check the network, the proxy and AWS_ENDPOINT_URL, then " + AGAIN);
      }
    }
    if (said.contains("SSO") || said.contains("Sso")) {
      return unlocated(
          "aws-credentials-missing",
          "the AWS profile signs in by IAM Identity Center, which this program does not do itself",
          "run 'aws sso login', then set the variables that 'aws configure export-credentials"
              + " --format env' prints");
    }
    if (said.contains("redential") || said.contains("rofile")) {
      return unlocated(
          "aws-credentials-missing",
          "there are no AWS credentials: " + firstWords(said),
          "sign in, set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    }
    return other(e, action);
  }

  private static String reason(Throwable cause) {
    String said = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    return cause instanceof UnknownHostException ? "no such host '" + said + "'" : said;
  }

  /** The SDK goes on with its classes and every provider that it asked; the first words do. */
  private static String firstWords(String said) {
    return CLASSES.matcher(said).replaceFirst("");
  }

  private static Problem other(Throwable e, String action) {
    return unlocated("aws-error", action + " failed: " + e.getMessage(), AGAIN);
  }
}
