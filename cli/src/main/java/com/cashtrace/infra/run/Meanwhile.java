package com.cashtrace.infra.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An answer that is found out in a thread of its own while something else is done. Closing waits
 * for that thread, whatever came of it: nothing of it goes on behind somebody's back.
 */
final class Meanwhile<T> implements AutoCloseable {

  private final CompletableFuture<T> answer;

  private Meanwhile(CompletableFuture<T> answer) {
    this.answer = answer;
  }

  /** Begins to find it out. */
  static <T> Meanwhile<T> begin(Supplier<T> question) {
    return new Meanwhile<>(
        CompletableFuture.supplyAsync(question, work -> new Thread(work, "meanwhile").start()));
  }

  /** What follows from the answer, found out as soon as that is there. */
  <U> Meanwhile<U> then(Function<T, U> next) {
    return new Meanwhile<>(answer.thenApply(next));
  }

  /** The answer, once it is there; throws what the question threw. */
  T await() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    answer.exceptionally(failure -> null).join();
  }
}
