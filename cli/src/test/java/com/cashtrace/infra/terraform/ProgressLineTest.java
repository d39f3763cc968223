package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private static final String CLEAR = "\r\u001b[K";

  private final StringWriter out = new StringWriter();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void tellsAsMuchAsIsKnown() {
    Duration elapsed = Duration.ofSeconds(67);

    assertThat(new Progress("planning staging", 0, 0, elapsed).line())
        .isEqualTo("planning staging, 1:07");
    assertThat(new Progress("planning staging", 12, 0, elapsed).line())
        .isEqualTo("planning staging: 12 resources, 1:07");
    assertThat(new Progress("planning staging", 12, 345, elapsed).line())
        .isEqualTo("planning staging: 12 of 345 resources, 1:07");
    assertThat(new Progress("planning staging", 346, 345, elapsed).line())
        .isEqualTo("planning staging: 345 of 345 resources, 1:07");
  }

  @Test
  void onATerminalOneLineIsWrittenOverAndLeavesNothing() {
    try (var line = line(true, 2)) {
      clock.set(Duration.ofSeconds(3).toNanos());
      line.accept(new Event.Finished("a", "refresh", false));
      line.accept(new Event.Planned("b", "create")); // within a tenth of a second: not drawn
      clock.set(Duration.ofSeconds(4).toNanos());
      line.accept(new Event.Planned("a", "update"));
    }

    assertThat(out)
        .hasToString(
            CLEAR
                + "planning: 0 of 2 resources, 0:00"
                + CLEAR
                + "planning: 1 of 2 resources, 0:03"
                + CLEAR
                + "planning: 2 of 2 resources, 0:04"
                + CLEAR);
  }

  @Test
  void elsewhereTheStepIsNamedOnce() {
    try (var line = line(false, 0)) {
      clock.set(Duration.ofSeconds(3).toNanos());
      line.accept(new Event.Planned("a", "create"));
      line.accept(new Event.Message("hello"));
    }

    assertThat(out).hasToString("planning" + System.lineSeparator());
  }

  @Test
  void theSummaryTellsHowManyThereAreWhereNobodyKnew() {
    try (var line = line(false, 0)) {
      line.accept(new Event.Summary(3, 1, 0, 0));

      assertThat(line.progress()).isEqualTo(new Progress("planning", 0, 4, Duration.ZERO));
    }
  }

  private ProgressLine line(boolean terminal, int all) {
    var line = new ProgressLine(new PrintWriter(out), terminal, "planning", clock::get);
    line.start(all);
    return line;
  }
}
