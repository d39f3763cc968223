package com.cashtrace.infra.doctor;

import com.cashtrace.infra.backend.ClockSkew;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Does the clock of this machine go as that of AWS does. */
final class ClockCheck {

  private static final String NAME = "clock";

  /** More than the way to AWS and back takes. */
  private static final Duration NOTABLE = Duration.ofSeconds(30);

  private ClockCheck() {}

  static Check of(@Nullable Instant aws, Instant here) {
    if (aws == null) {
      return Check.warning(NAME, "AWS did not tell its time", "compare the clock with another");
    }
    Duration ahead = Duration.between(aws, here);
    long seconds = ahead.abs().toSeconds();
    String detail =
        seconds < 2
            ? "goes as that of AWS"
            : String.format(
                Locale.ROOT,
                "is %d seconds %s that of AWS",
                seconds,
                ahead.isNegative() ? "behind" : "before");
    if (ahead.abs().compareTo(ClockSkew.MOST) >= 0) {
      return Check.problem(NAME, detail, ClockSkew.FIX + ": AWS refuses what is signed so");
    }
    return ahead.abs().compareTo(NOTABLE) >= 0
        ? Check.warning(NAME, detail, ClockSkew.FIX)
        : Check.ok(NAME, detail);
  }
}
