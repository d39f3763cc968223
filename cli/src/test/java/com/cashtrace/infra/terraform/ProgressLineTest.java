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

    assertThat(progress(0, 0, elapsed).line()).isEqualTo("planning staging, 1:07");
    assertThat(progress(12, 0, elapsed).line()).isEqualTo("planning staging: 12 resources, 1:07");
    assertThat(progress(12, 345, elapsed).line())
        .isEqualTo("planning staging: 12 of 345 resources, 1:07");
    assertThat(progress(346, 345, elapsed).line())
        .isEqualTo("planning staging: 345 of 345 resources, 1:07");
  }

  @Test
  void onATerminalOneLineIsWrittenOverAndLeavesNothing() {
    try (var line = line(true, 2)) {
      clock.set(Duration.ofSeconds(3).toNanos());
      line.accept(new Event.Finished("a", "refresh", false));
      line.accept(
          new Event.Finished("b", "refresh", false)); // within a tenth of a second: not drawn
      clock.set(Duration.ofSeconds(4).toNanos());
      line.accept(new Event.Finished("a", "refresh", false));
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

      assertThat(line.progress()).isEqualTo(new Progress("planning", 0, 4, Duration.ZERO, null));
    }
  }

  private static Progress progress(int done, int all, Duration elapsed) {
    return new Progress("planning staging", done, all, elapsed, null);
  }

  private static Progress slow(String address, int seconds) {
    var running = new Progress.Running(address, Duration.ofSeconds(seconds));
    return new Progress("applying staging", 3, 9, Duration.ofSeconds(67), running);
  }

  @Test
  void namesWhatHasRunForTheLongestTimeOnceItIsLong() {
    assertThat(slow("aws_db_instance.this", 4).line())
        .isEqualTo("applying staging: 3 of 9 resources, 1:07");
    assertThat(slow("aws_db_instance.this", 62).line())
        .isEqualTo("applying staging: 3 of 9 resources, 1:07; aws_db_instance.this for 1:02");
    assertThat(slow("module.databases_main_and_more.aws_db_instance.this", 62).line())
        .hasSizeLessThanOrEqualTo(79)
        .isEqualTo(
            "applying staging: 3 of 9 resources, 1:07; ...more.aws_db_instance.this for 1:02");
    String step = "s".repeat(60);
    var running = new Progress.Running("a.b", Duration.ofSeconds(9));
    assertThat(new Progress(step, 0, 0, Duration.ZERO, running).line()).isEqualTo(step + ", 0:00");
  }

  @Test
  void countsWhatIsDoneAndKnowsWhatIsUnderWay() {
    try (var line = line(false, 3)) {
      line.accept(new Event.Started("a", "create"));
      clock.set(Duration.ofSeconds(2).toNanos());
      line.accept(new Event.Started("b", "create"));
      line.accept(new Event.Started("d", "read"));
      line.accept(new Event.Finished("d", "read", false));
      clock.set(Duration.ofSeconds(9).toNanos());

      assertThat(line.progress().slowest())
          .isEqualTo(new Progress.Running("a", Duration.ofSeconds(9)));
      line.accept(new Event.Finished("a", "create", false));
      assertThat(line.progress().slowest())
          .isEqualTo(new Progress.Running("b", Duration.ofSeconds(7)));
      line.accept(new Event.Finished("b", "create", true));
      assertThat(line.progress().done()).as("what was read or failed is not done").isEqualTo(1);
    }
  }

  @Test
  void aPlanIsNoProgressOfAnApply() {
    try (var line = line(false, 2)) {
      line.accept(new Event.Planned("a", "create"));
      assertThat(line.progress().done()).isZero();
    }
    try (var line = line(false, 0)) {
      line.accept(new Event.Planned("a", "create"));
      assertThat(line.progress().done()).isEqualTo(1);
    }
  }

  @Test
  void countsWhatIsReplacedOnceItIsMadeAnew() {
    try (var line = line(false, 1)) {
      line.accept(new Event.Started("a", "delete"));
      line.accept(new Event.Finished("a", "delete", false));
      line.accept(new Event.Started("a", "create"));
      assertThat(line.progress().done()).isZero();

      line.accept(new Event.Finished("a", "create", false));
      assertThat(line.progress().done()).isEqualTo(1);
    }
  }

  @Test
  void elsewhereThanOnATerminalAPlainLineComesNowAndThen() {
    try (var line = line(false, 2)) {
      clock.set(Duration.ofSeconds(30).toNanos());
      line.accept(new Event.Finished("a", "create", false));
      line.draw();
    }

    String end = System.lineSeparator();
    assertThat(out).hasToString("planning" + end + "planning: 1 of 2 resources, 0:30" + end);
  }

  private ProgressLine line(boolean terminal, int all) {
    var line = new ProgressLine(new PrintWriter(out), terminal, "planning", clock::get);
    line.start(all);
    return line;
  }
}
