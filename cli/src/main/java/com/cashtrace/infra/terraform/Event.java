package com.cashtrace.infra.terraform;

import org.jspecify.annotations.Nullable;

/** One thing that terraform tells while it works. */
public sealed interface Event {

  /** A resource that the plan changes; {@code action} in terraform's words, such as create. */
  record Planned(String address, String action) implements Event {}

  /** Work on one resource began: reading, refreshing, creating, and so on. */
  record Started(String address, String action) implements Event {}

  /**
   * Work on one resource ended.
   *
   * @param failed true if it ended badly
   * @param id what AWS calls it now, or null where terraform does not say
   */
  record Finished(String address, String action, boolean failed, @Nullable String id)
      implements Event {

    /** Without an id. */
    public Finished(String address, String action, boolean failed) {
      this(address, action, failed, null);
    }
  }

  /** How many resources a plan or an apply adds, changes, removes and imports. */
  record Summary(int add, int change, int remove, int imported) implements Event {

    /** All that there is to do. */
    public int total() {
      return add + change + remove + imported;
    }
  }

  /** Something is wrong. */
  record Diagnosed(Diagnostic diagnostic) implements Event {}

  /** Anything else, as text for people. */
  record Message(String text) implements Event {}
}
