package com.cashtrace.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A writer that dies before or after each of its steps, in an empty trail and in a longer one. */
class KillTest {

  @Test
  void leavesATrailThatVerifiesAndGrowsOnWhereverTheWriterIsKilled() {
    for (int before = 0; before < 3; before++) {
      MemoryStore store = Samples.store(before);
      int steps = steps(store);
      assertThat(steps).isGreaterThanOrEqualTo(5);
      for (int step = 0; step < steps; step++) {
        check(new MemoryStore(store.files), before, step);
      }
    }
  }

  private static void check(MemoryStore store, int before, int step) {
    assertThatThrownBy(() -> Samples.trail(new Dying(store, step)).append(Samples.entry("killed")))
        .isInstanceOf(Killed.class);
    Verification left = Samples.verify(store);
    boolean nothing = store.files.keySet().stream().noneMatch(name -> name.endsWith(".jsonl"));
    assertThat(left.isIntact() || nothing).as("killed at step " + step).isTrue();

    Receipt next = Samples.trail(store).append(Samples.entry("next"));

    Verification whole = Samples.verify(store);
    assertThat(whole.problems()).as("after step " + step).isEmpty();
    assertThat(whole.records()).isEqualTo(next.sequence()).isBetween(before + 1L, before + 2L);
  }

  private static int steps(MemoryStore store) {
    Dying living = new Dying(new MemoryStore(store.files), Integer.MAX_VALUE);
    Samples.trail(living).append(Samples.entry("living"));
    return living.step;
  }

  /** Ends the writer as a kill does: nothing of it runs any more. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Throws before or after a step, by number. */
  private static final class Dying extends MemoryStore {

    private final MemoryStore store;
    private final int last;
    private int step;

    Dying(MemoryStore store, int last) {
      this.store = store;
      this.last = last;
    }

    private void step() {
      if (step++ == last) {
        throw new Killed();
      }
    }

    @Override
    public Optional<byte[]> read(String name) {
      step();
      return store.read(name);
    }

    @Override
    public Optional<Tagged> readTagged(String name) {
      step();
      return store.readTagged(name);
    }

    @Override
    public boolean putIfAbsent(String name, byte[] bytes) {
      step();
      boolean put = store.putIfAbsent(name, bytes);
      step();
      return put;
    }

    @Override
    public boolean replaceIfMatch(String name, byte[] bytes, @Nullable String tag) {
      step();
      boolean replaced = store.replaceIfMatch(name, bytes, tag);
      step();
      return replaced;
    }
  }
}
