package com.cashtrace.infra.terraform;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts by terraform's events what is dealt with and what is under way. */
public final class Tally {

  private final Set<String> done = new HashSet<>();

  /** Address to the time of its start; the one that has run for the longest time comes first. */
  private final Map<String, Long> running = new LinkedHashMap<>();

  /** False if it was known from the beginning how many there are. */
  private final boolean planning;

  private int all;

  /**
   * Of so many resources that are changed; 0 where nobody knows yet, since they are only planned:
   * an apply begins by telling its plan, which is no progress.
   */
  public Tally(int all) {
    this.planning = all == 0;
    this.all = all;
  }

  /**
   * Takes note of an event.
   *
   * @param now by a clock in nanoseconds
   */
  public synchronized void accept(Event event, long now) {
    if (event instanceof Event.Planned planned) {
      if (planning) {
        done.add(planned.address());
      }
    } else if (event instanceof Event.Started started) {
      running.put(started.address(), now);
      // one that is replaced has been removed by then
      done.remove(started.address());
    } else if (event instanceof Event.Finished finished) {
      running.remove(finished.address());
      if (!finished.failed() && !finished.action().equals("read")) {
        done.add(finished.address());
      }
    } else if (event instanceof Event.Summary summary && all == 0) {
      all = summary.total();
    }
  }

  /** How many resources are dealt with. */
  public synchronized int done() {
    return done.size();
  }

  /** How many there are; 0 where nobody knows yet. */
  public synchronized int all() {
    return all;
  }

  synchronized Progress.@Nullable Running slowest(long now) {
    return running.entrySet().stream()
        .findFirst()
        .map(one -> new Progress.Running(one.getKey(), Duration.ofNanos(now - one.getValue())))
        .orElse(null);
  }
}
