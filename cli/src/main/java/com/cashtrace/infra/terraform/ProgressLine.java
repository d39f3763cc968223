package com.cashtrace.infra.terraform;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Shows a step's progress: on a terminal as one line that is written over, elsewhere as one plain
 * line when the step begins, since nobody watches a log grow.
 */
public final class ProgressLine implements Consumer<Event>, AutoCloseable {

  private static final String CLEAR = "\r\u001b[K";
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long TICK_MILLIS = 1_000;

  private final PrintWriter out;
  private final boolean terminal;
  private final String step;
  private final LongSupplier clock;
  private final long begin;
  private final Timer timer = new Timer("progress", true);
  private final Set<String> done = new HashSet<>();
  private int all;
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
    all = resources;
    if (terminal) {
      draw();
      timer.schedule(tick(), TICK_MILLIS, TICK_MILLIS);
    } else {
      out.println(step);
      out.flush();
    }
  }

  @Override
  public synchronized void accept(Event event) {
    if (event instanceof Event.Planned planned) {
      done.add(planned.address());
    } else if (event instanceof Event.Finished finished) {
      done.add(finished.address());
    } else if (event instanceof Event.Summary summary && all == 0) {
      all = summary.total();
    }
    if (terminal && clock.getAsLong() - drawn >= REDRAW_NANOS) {
      draw();
    }
  }

  /** How far the step has come. */
  public synchronized Progress progress() {
    return new Progress(step, done.size(), all, Duration.ofNanos(clock.getAsLong() - begin));
  }

  private TimerTask tick() {
    return new TimerTask() {
      @Override
      public void run() {
        draw();
      }
    };
  }

  private synchronized void draw() {
    if (closed) {
      return;
    }
    drawn = clock.getAsLong();
    out.print(CLEAR + progress().line());
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
