package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of what terraform and AWS complain about together what it means and what to do next. Their
 * own words are kept where they tell more than ours.
 *
 * @param environment whose state is worked on
 * @param around how things stand there; asked only where it is of use
 */
public record OnlineAdvice(String environment, Surroundings around) {

  /** How things stand where terraform works. */
  public interface Surroundings {

    /** Where nothing is known. */
    Surroundings UNKNOWN =
        new Surroundings() {
          @Override
          public Optional<String> stateVersion() {
            return Optional.empty();
          }

          @Override
          public boolean isDiskFull() {
            return false;
          }
        };

    /** The id of the version of the state that counts, if that can be seen. */
    Optional<String> stateVersion();

    /** True if terraform had no room to write what went wrong, or anything. */
    boolean isDiskFull();
  }

  private static final String AGAIN = "run the same command again: what was done stays done";

  /** The lines of a lock in terraform's words. */
  private static final Pattern LOCK =
      Pattern.compile("(?m)^\\s*(?<key>ID|Operation|Who|Created):[ \\t]*(?<value>\\S.*?)[ \\t]*$");

  /**
   * A kind of trouble.
   *
   * @param words by which it is known, in summary and detail with single spaces
   * @param code of the problem
   * @param hint what to do next
   */
  private record Trouble(Pattern words, String code, String hint) {

    static Trouble of(String words, String code, String hint) {
      return new Trouble(Pattern.compile(words), code, hint);
    }
  }

  private static final List<Trouble> TROUBLES =
      List.of(
          Trouble.of(
              "Saved plan is stale",
              "plan-stale",
              "plan again: somebody changed the state after this plan was made"),
          Trouble.of(
              "(?i)ExpiredToken|TokenRefreshRequired|security token included in the request is"
                  + " expired|token has expired|credentials have expired",
              "aws-credentials-expired",
              "sign in again, then " + AGAIN),
          Trouble.of(
              "RequestTimeTooSkewed|RequestExpired|Signature expired|not yet current",
              "aws-clock-skew",
              "set the clock of this machine, best by a time service; then " + AGAIN),
          Trouble.of(
              "(?i)no space left on device|disk quota exceeded",
              "disk-full",
              "free some space, then " + AGAIN),
          Trouble.of(
              "ThrottlingException|Throttling:|ThrottledException|RequestThrottled|TooManyRequests"
                  + "|RequestLimitExceeded|ThroughputExceeded|SlowDown|(?i:rate exceeded)",
              "aws-throttled",
              "wait a minute, then "
                  + AGAIN
                  + "; AWS_MAX_ATTEMPTS raises the number of tries, but not for state and lock"),
          Trouble.of(
              "(?i)connection refused|connection reset|no such host|i/o timeout|network is"
                  + " unreachable|request send failed|TLS handshake timeout|unexpected EOF",
              "aws-unreachable",
              "check the network, the proxy and AWS_ENDPOINT_URL, then " + AGAIN),
          Trouble.of(
              "AccessDenied|UnauthorizedOperation|is not authorized to perform|AuthorizationError",
              "aws-access-denied",
              "use a role that may, or have the action allowed; then " + AGAIN),
          Trouble.of(
              "(?i)already exists|AlreadyExists|AlreadyOwnedByYou|EntityAlreadyExists",
              "exists-already",
              "take it over by 'adopt' of its component, or remove it if it is of no use"));

  /** A diagnostic as a problem; {@code located} is the same, where the place is known better. */
  public Problem explain(Diagnostic diagnostic, Problem located) {
    if (!diagnostic.isError()) {
      return located;
    }
    String text = text(diagnostic);
    if (text.contains("does not have the expected content")) {
      return otherDigest(located);
    }
    if (text.contains("Error acquiring the state lock")) {
      Optional<Problem> locked = locked(diagnostic);
      if (locked.isPresent()) {
        return locked.get();
      }
    }
    if (text.contains("Failed to persist state to backend")) {
      return unsaved(located);
    }
    return TROUBLES.stream()
        .filter(trouble -> trouble.words().matcher(text).find())
        .findFirst()
        .map(
            trouble ->
                new Problem(
                    located.severity(),
                    trouble.code(),
                    located.message(),
                    located.location(),
                    trouble.hint()))
        .orElseGet(() -> around.isDiskFull() ? full(located) : located);
  }

  /** Terraform cannot tell that either: what it says goes to a file. */
  private static Problem full(Problem located) {
    return new Problem(
        located.severity(),
        "disk-full",
        "the disk of the work folder is full: " + located.message(),
        located.location(),
        "free some space, then " + AGAIN);
  }

  private static String text(Diagnostic diagnostic) {
    // terraform wraps its lines where it likes
    return (diagnostic.summary() + " " + diagnostic.detail()).replaceAll("\\s+", " ");
  }

  /** Terraform's own advice is to push by hand, past the checks of ours. */
  private static Problem unsaved(Problem located) {
    return new Problem(
        located.severity(),
        "state-not-saved",
        "terraform could not write the state to its bucket, and left it on this machine",
        located.location(),
        "'state-left-behind' beside this tells what to do; apply nothing before that is done");
  }

  /** A run was cut off after it wrote the state and before it noted that in the table. */
  private Problem otherDigest(Problem located) {
    String known = around.stateVersion().orElse("VERSION");
    String which = known.equals("VERSION") ? ", whose id 'state status' tells" : "";
    return new Problem(
        located.severity(),
        "state-digest-differs",
        "the table notes another content of the state than the bucket holds: a run was cut off"
            + " between the two",
        located.location(),
        "'cashtrace-infra state restore %s %s' has the table note what the bucket holds%s; then %s"
            .formatted(environment, known, which, AGAIN));
  }

  private Optional<Problem> locked(Diagnostic diagnostic) {
    String id = "";
    String who = "";
    String since = "";
    String operation = "";
    Matcher lines = LOCK.matcher(diagnostic.detail());
    while (lines.find()) {
      String value = lines.group("value");
      switch (lines.group("key")) {
        case "ID" -> id = value;
        case "Who" -> who = value;
        case "Created" -> since = value;
        default -> operation = value;
      }
    }
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(locked(id, who, since, operation));
  }

  private Problem locked(String id, String who, String since, String operation) {
    return Problem.unlocated(
        "state-locked",
        "the state is locked by %s since %s (%s), id '%s'".formatted(who, since, operation, id),
        "wait until that run has ended; if it is dead, 'state unlock %s %s' releases its lock"
            .formatted(environment, id));
  }
}
