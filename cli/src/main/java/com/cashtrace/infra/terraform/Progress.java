package com.cashtrace.infra.terraform;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a step of terraform's has come.
 *
 * @param step what is going on, such as {@code planning production}
 * @param done resources that are dealt with
 * @param all how many there are; 0 where nobody knows
 * @param elapsed time since the step began
 * @param slowest what has been under way for the longest time, or null if nothing is
 */
public record Progress(
    String step, int done, int all, Duration elapsed, @Nullable Running slowest) {

  private static final int MINUTE = 60;

  /** What takes less is over before anybody has read it. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  /** A line that a narrow terminal breaks could not be written over. */
  private static final int WIDTH = 79;

  private static final int LEAST = 12;

  /**
   * A resource that is under way.
   *
   * @param address which
   * @param since how long already
   */
  public record Running(String address, Duration since) {}

  /** One short line without an end: {@code planning production: 12 of 345 resources, 1:07}. */
  public String line() {
    String line = counted() + time(elapsed);
    if (slowest == null || slowest.since().compareTo(SLOW) < 0) {
      return line;
    }
    String since = " for " + time(slowest.since());
    int room = WIDTH - line.length() - 2 - since.length();
    return room < LEAST ? line : line + "; " + end(slowest.address(), room) + since;
  }

  private String counted() {
    if (all > 0) {
      return String.format(Locale.ROOT, "%s: %d of %d resources, ", step, Math.min(done, all), all);
    }
    return done > 0 ? String.format(Locale.ROOT, "%s: %d resources, ", step, done) : step + ", ";
  }

  private static String time(Duration duration) {
    long seconds = duration.toSeconds();
    return String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
  }

  /** The end of an address tells more than its beginning. */
  private static String end(String address, int room) {
    return address.length() <= room
        ? address
        : "..." + address.substring(address.length() - room + 3);
  }
}
