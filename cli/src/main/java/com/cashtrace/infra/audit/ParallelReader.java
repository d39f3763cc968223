package com.cashtrace.infra.audit;

import com.cashtrace.infra.problem.FailureException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads many files at once, as many as the place of the trail likes, and hands them on in order; it
 * never holds more than a few hundred.
 *
 * @param files where they are
 * @param portion files that one thread reads one after the other
 */
record ParallelReader(TrailFiles files, int portion) {

  /** What is made of a file while others are read; nothing for a file that is gone. */
  @FunctionalInterface
  interface Work<T> {
    T of(String name, Optional<byte[]> bytes);
  }

  /** Takes the results, one by one and in order; false ends the reading. */
  @FunctionalInterface
  interface Taker<T> {
    boolean take(T result);
  }

  /** Reads the files of these names until all are taken or the taker has enough. */
  <T> void read(List<String> names, Work<T> work, Taker<T> taker) {
    int threads = files.parallelism();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<List<T>>> running = new ArrayDeque<>();
      for (int next = 0; next < names.size() || !running.isEmpty(); ) {
        if (next < names.size() && running.size() < 2 * threads) {
          List<String> some = names.subList(next, Math.min(names.size(), next + portion));
          running.add(pool.submit(() -> results(some, work)));
          next += some.size();
        } else if (!results(running.remove()).stream().allMatch(taker::take)) {
          return;
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private <T> List<T> results(List<String> names, Work<T> work) {
    List<T> results = new ArrayList<>(names.size());
    for (String name : names) {
      results.add(work.of(name, files.read(name)));
    }
    return results;
  }

  private static <T> List<T> results(Future<List<T>> future) {
    boolean stopped = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          stopped = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof FailureException failure) {
            throw failure;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
