package com.cashtrace.infra.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the same for many things at once. Each thread has a tool of its own, so tools need not be
 * safe for several threads.
 *
 * @param workers how many threads there are at most
 * @param tool makes the tool of a thread
 */
record SideBySide<W>(int workers, Supplier<W> tool) {

  /**
   * Works on every item.
   *
   * @return what each gave, in the order of the items
   * @throws RuntimeException the failure of the first item that failed; no item is begun after a
   *     failure, and what was begun is ended
   */
  <I, O> List<O> map(List<I> items, BiFunction<W, I, O> work) {
    Run<I, O> run = new Run<>(items);
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(workers, items.size()); i++) {
      Thread thread = new Thread(() -> run.work(work), "worker " + i);
      thread.start();
      others.add(thread);
    }
    run.work(work);
    others.forEach(SideBySide::await);
    return run.results();
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while others worked", e);
    }
  }

  /** One pass over the items, of which each thread takes the next one until none is left. */
  private final class Run<I, O> {

    private final List<I> items;
    private final AtomicInteger next = new AtomicInteger();
    private final List<@Nullable O> results;
    private int failedAt = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    Run(List<I> items) {
      this.items = items;
      this.results = new ArrayList<>(Collections.nCopies(items.size(), null));
    }

    void work(BiFunction<W, I, O> work) {
      int at = next.getAndIncrement();
      try {
        W own = tool.get();
        for (; at < items.size(); at = next.getAndIncrement()) {
          keep(at, work.apply(own, items.get(at)));
        }
      } catch (RuntimeException | Error e) {
        fail(at, e);
      }
    }

    private synchronized void keep(int at, O result) {
      results.set(at, result);
    }

    private synchronized void fail(int at, Throwable thrown) {
      next.set(items.size());
      if (at < failedAt) {
        failedAt = at;
        failure = thrown;
      }
    }

    synchronized List<O> results() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        throw (RuntimeException) failure;
      }
      return results.stream().<O>map(Objects::requireNonNull).toList();
    }
  }
}
