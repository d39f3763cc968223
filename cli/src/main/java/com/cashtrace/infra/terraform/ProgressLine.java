package com.cashtrace.infra.terraform;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;

/**
 * Shows a step's progress: on a terminal as one line that is written over, elsewhere as one plain
 * line when the step begins and another now and then, since nobody watches a log grow, but what
 * runs a job ends it when it is silent for long.
 */
public final class ProgressLine implements Shown {

  private static final String CLEAR = "\r\u001b[K";
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long TICK_MILLIS = 1_000;
  private static final long PLAIN_TICK_MILLIS = 30_000;

  private final PrintWriter out;
  private final boolean terminal;
  private final String step;
  private final LongSupplier clock;
  private final long begin;
  private final Timer timer = new Timer("progress", true);
  private Tally tally = new Tally(0);
  private long drawn;
  private boolean closed;

  /**
   * Begins the step.
   *
   * @param out where people look for what is going on: stderr
   * @param terminal true if it is a terminal
   * @param step what is going on
   * @param all how many resources there are; 0 where nobody knows yet
   */
  public static ProgressLine begin(PrintWriter out, boolean terminal, String step, int all) {
    var line = new ProgressLine(out, terminal, step, System::nanoTime);
    line.start(all);
    return line;
  }

  ProgressLine(PrintWriter out, boolean terminal, String step, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.step = step;
    this.clock = clock;
    this.begin = clock.getAsLong();
  }

  void start(int resources) {
    tally = new Tally(resources);
    if (terminal) {
      draw();
    } else {
      print(step);
    }
    long millis = terminal ? TICK_MILLIS : PLAIN_TICK_MILLIS;
    timer.schedule(tick(), millis, millis);
  }

  @Override
  public synchronized void accept(Event event) {
    long now = clock.getAsLong();
    tally.accept(event, now);
    if (terminal && now - drawn >= REDRAW_NANOS) {
      draw();
    }
  }

  /** How far the step has come. */
  public synchronized Progress progress() {
    long now = clock.getAsLong();
    Duration elapsed = Duration.ofNanos(now - begin);
    return new Progress(step, tally.done(), tally.all(), elapsed, tally.slowest(now));
  }

  private TimerTask tick() {
    return new TimerTask() {
      @Override
      public void run() {
        draw();
      }
    };
  }

  synchronized void draw() {
    if (closed) {
      return;
    }
    drawn = clock.getAsLong();
    if (terminal) {
      out.print(CLEAR + progress().line());
      out.flush();
    } else {
      print(progress().line());
    }
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }

  /** Ends the step, and leaves nothing of it on a terminal. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel();
    if (terminal) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
