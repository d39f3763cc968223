package com.cashtrace.infra.process;

/** Waits although somebody wants this thread to stop: a running child is never left behind. */
final class Uninterrupted {

  private Uninterrupted() {}

  /** A wait that Java allows to be broken off. */
  @FunctionalInterface
  interface Wait {
    boolean await() throws InterruptedException;
  }

  /** Waits to the end, and afterwards repeats to this thread that it was asked to stop. */
  static boolean wait(Wait wait) {
    boolean stopped = false;
    try {
      while (true) {
        try {
          return wait.await();
        } catch (InterruptedException e) {
          stopped = true;
        }
      }
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
