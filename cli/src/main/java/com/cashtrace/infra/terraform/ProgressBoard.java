package com.cashtrace.infra.terraform;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Collectors;

/**
 * Shows the progress of steps that run side by side: on a terminal all in one line that is written
 * over, elsewhere each as one plain line when it begins. Whatever else is printed meanwhile goes
 * through {@link #aside}, so that lines do not mix.
 */
public final class ProgressBoard implements AutoCloseable {

  private static final String CLEAR = "\r\u001b[K";
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long TICK_MILLIS = 1_000;

  private final PrintWriter out;
  private final boolean terminal;
  private final int width;
  private final Timer timer = new Timer("progress board", true);
  private final List<ProgressLine> running = new ArrayList<>();
  private long drawn;

  /**
   * Shows nothing yet.
   *
   * @param out where people look for what is going on: stderr
   * @param terminal true if it is a terminal
   * @param width columns of the terminal: a line that breaks could not be written over
   */
  public ProgressBoard(PrintWriter out, boolean terminal, int width) {
    this.out = out;
    this.terminal = terminal;
    this.width = width;
    if (terminal) {
      timer.schedule(tick(), TICK_MILLIS, TICK_MILLIS);
    }
  }

  private TimerTask tick() {
    return new TimerTask() {
      @Override
      public void run() {
        draw();
      }
    };
  }

  /** A step begins, such as {@code production: terraform plan}. */
  public Row begin(String step) {
    var line = new ProgressLine(out, false, step, System::nanoTime);
    synchronized (this) {
      running.add(line);
      if (!terminal) {
        out.println(step);
        out.flush();
      }
    }
    draw();
    return new Row(line);
  }

  /** Prints something else, undisturbed. */
  public synchronized void aside(Runnable print) {
    clear();
    print.run();
    draw();
  }

  private synchronized void draw() {
    if (terminal && !running.isEmpty()) {
      drawn = System.nanoTime();
      String line =
          running.stream().map(row -> row.progress().line()).collect(Collectors.joining("; "));
      out.print(CLEAR + line.substring(0, Math.min(line.length(), width - 1)));
      out.flush();
    }
  }

  private synchronized void redraw() {
    if (System.nanoTime() - drawn >= REDRAW_NANOS) {
      draw();
    }
  }

  private synchronized void clear() {
    if (terminal) {
      out.print(CLEAR);
      out.flush();
    }
  }

  private synchronized void end(ProgressLine line) {
    running.remove(line);
    clear();
    draw();
  }

  /** Ends the show, and leaves nothing of it on a terminal. */
  @Override
  public synchronized void close() {
    timer.cancel();
    running.clear();
    clear();
  }

  /** One step while it runs. */
  public final class Row implements Shown {

    private final ProgressLine line;

    private Row(ProgressLine line) {
      this.line = line;
    }

    @Override
    public void accept(Event event) {
      line.accept(event);
      redraw();
    }

    @Override
    public void close() {
      line.close();
      end(line);
    }
  }
}
