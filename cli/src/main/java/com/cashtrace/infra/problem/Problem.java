package com.cashtrace.infra.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, as data; commands collect them all, sort them and print them together.
 *
 * @param severity how much it weighs
 * @param code stable name of the kind of problem, lower case with dashes; {@code explain CODE}
 *     tells more
 * @param message one sentence without a full stop, present tense, the user's value in single quotes
 * @param location where; null where no file is to blame (the machine, the command line)
 * @param hint what to do, or null where the message already says it
 */
public record Problem(
    Severity severity,
    String code,
    String message,
    @Nullable Location location,
    @Nullable String hint)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(
              Problem::location, Comparator.nullsLast(Comparator.<Location>naturalOrder()))
          .thenComparing(Problem::severity)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message);

  /** An error at a place, without a hint. */
  public static Problem error(String code, String message, Location location) {
    return new Problem(Severity.ERROR, code, message, location, null);
  }

  /** A warning at a place, without a hint. */
  public static Problem warning(String code, String message, Location location) {
    return new Problem(Severity.WARNING, code, message, location, null);
  }

  /** An error of the machine or the command line, which no file is to blame for. */
  public static Problem unlocated(String code, String message, @Nullable String hint) {
    return new Problem(Severity.ERROR, code, message, null, hint);
  }

  /** The same problem with a hint, or without one where it is null. */
  public Problem withHint(@Nullable String text) {
    return new Problem(severity, code, message, location, text);
  }

  /** The same problem at a place, or at none where it is null. */
  public Problem at(@Nullable Location place) {
    return new Problem(severity, code, message, place, hint);
  }

  /** True if this problem alone makes a command fail. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
