package com.cashtrace.infra.environment;

import java.util.Map;
import java.util.Objects;

/**
 * A length of time as a spec gives it, such as {@code 15s}, {@code 30d} or {@code 7y}.
 *
 * @param text as written
 * @param seconds the same in seconds; a year counts 365 days
 */
public record TimeSpan(String text, long seconds) {

  private static final Map<Character, Long> UNITS =
      Map.of('s', 1L, 'm', 60L, 'h', 3_600L, 'd', 86_400L, 'y', 31_536_000L);

  /** Reads a number and its unit; the schema has checked the form. */
  public static TimeSpan parse(String text) {
    int last = text.length() - 1;
    long unit = Objects.requireNonNull(UNITS.get(text.charAt(last)), text);
    return new TimeSpan(text, Math.multiplyExact(Long.parseLong(text.substring(0, last)), unit));
  }

  /** Whole days, rounded down. */
  public long days() {
    return seconds / 86_400;
  }

  /** Whole minutes, rounded down. */
  public long minutes() {
    return seconds / 60;
  }

  @Override
  public String toString() {
    return text;
  }
}
