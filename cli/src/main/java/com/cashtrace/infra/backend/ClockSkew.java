package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * How far the clock of this machine is from that of AWS. The client of AWS corrects what it signs
 * by that and says nothing; but the trail, the age of plans and the day by which residency is
 * judged go by this machine's clock.
 *
 * @param ahead of AWS; negative if it is behind
 */
public record ClockSkew(Duration ahead) {

  /** AWS takes requests that are up to five minutes off; S3 takes fifteen. */
  public static final Duration MOST = Duration.ofMinutes(5);

  /** What to do about it. */
  public static final String FIX = "set the clock, best by a time service";

  /** The time that AWS tells with an answer, in whole seconds; none if it does not tell. */
  static Optional<Instant> time(SdkHttpResponse answer) {
    return answer.firstMatchingHeader("Date").flatMap(ClockSkew::time);
  }

  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** How far this machine is from a time that AWS has just told. */
  static ClockSkew from(Instant aws) {
    return new ClockSkew(Duration.between(aws, Instant.now()));
  }

  /** True if it is so much that AWS would refuse requests. */
  boolean tooMuch() {
    return ahead.abs().compareTo(MOST) >= 0;
  }

  /** Such as {@code 3 h 20 min behind that of AWS}. */
  String words() {
    Duration by = ahead.abs();
    String time =
        by.toHours() > 0
            ? by.toHours() + " h " + by.toMinutesPart() + " min"
            : by.toMinutes() + " min " + by.toSecondsPart() + " s";
    return time + (ahead.isNegative() ? " behind" : " ahead of") + " that of AWS";
  }

  /** Fails with {@code aws-clock-skew} if it is too much. */
  void require() {
    if (tooMuch()) {
      throw new FailureException(
          Problem.unlocated(
              "aws-clock-skew",
              "the clock of this machine is " + words(),
              FIX + "; the trail and the age of plans go by it"));
    }
  }
}
