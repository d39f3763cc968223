package com.cashtrace.infra.terraform;

import java.time.Duration;

/**
 * How far a step of terraform's has come.
 *
 * @param step what is going on, such as {@code planning production}
 * @param done resources that are dealt with
 * @param all how many there are; 0 where nobody knows
 * @param elapsed time since the step began
 */
public record Progress(String step, int done, int all, Duration elapsed) {

  private static final int MINUTE = 60;

  /** One short line without an end: {@code planning production: 12 of 345 resources, 1:07}. */
  public String line() {
    long seconds = elapsed.toSeconds();
    String time = "%d:%02d".formatted(seconds / MINUTE, seconds % MINUTE);
    if (all > 0) {
      return "%s: %d of %d resources, %s".formatted(step, Math.min(done, all), all, time);
    }
    return done > 0 ? "%s: %d resources, %s".formatted(step, done, time) : step + ", " + time;
  }
}
