package com.cashtrace.infra.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Remembers the end of what a program said: that is where the reason of a failure stands. */
public final class LastLines implements Consumer<String> {

  private final int limit;
  private final Deque<String> lines = new ArrayDeque<>();

  /** Remembers at most {@code limit} lines. */
  public LastLines(int limit) {
    this.limit = limit;
  }

  @Override
  public synchronized void accept(String line) {
    if (lines.size() == limit) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  /** The lines in their order, parted by line feeds, without empty ones at either end. */
  public synchronized String text() {
    return String.join("\n", lines).strip();
  }
}
