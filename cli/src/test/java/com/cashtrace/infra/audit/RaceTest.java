package com.cashtrace.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.file.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Writers at once, with every step of theirs interleaved at random. */
@Timeout(120)
class RaceTest {

  private static final int RUNS = 60;

  @Test
  void twoWritersNeverForkTheTrailAndLoseNothing() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      race(2, 6);
    }
  }

  @Test
  void eightWritersNeverForkTheTrailAndLoseNothing() throws Exception {
    for (int run = 0; run < 5; run++) {
      race(8, 5);
    }
  }

  @Test
  void verifiesWhileWritersAreAtWork() throws Exception {
    MemoryStore store = new Hesitant();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<?> writer = pool.submit(() -> append(store, "a", 40));
      int verified = 0;
      while (!writer.isDone()) {
        if (store.read(TrailNames.HEAD).isPresent()) {
          assertThat(Samples.verify(store).isIntact()).as("in mid-write").isTrue();
          verified++;
        }
      }
      writer.get();
      assertThat(verified).isPositive();
    } finally {
      pool.shutdownNow();
    }
  }

  private static void race(int writers, int records) throws Exception {
    MemoryStore store = new Hesitant();
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      List<Callable<List<Receipt>>> tasks = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String name = "writer " + writer;
        tasks.add(() -> append(store, name, records));
      }
      List<Receipt> receipts = new ArrayList<>();
      for (Future<List<Receipt>> future : pool.invokeAll(tasks)) {
        receipts.addAll(future.get());
      }
      assertThat(receipts).extracting(Receipt::sequence).doesNotHaveDuplicates();
      Verification verification = Samples.verify(store);
      assertThat(verification.problems()).isEmpty();
      assertThat(verification.records()).isEqualTo((long) writers * records);
      for (Receipt receipt : receipts) {
        byte[] file = store.read(TrailNames.record(receipt.sequence())).orElseThrow();
        assertThat(Digests.sha256(file)).isEqualTo(receipt.digest());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Receipt> append(MemoryStore store, String name, int records) {
    Trail trail = Samples.trail(store);
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      receipts.add(trail.append(Samples.entry(name + " record " + i)));
    }
    return receipts;
  }

  /** Lets others go first at every step, and now and then loses its answer to a write. */
  private static final class Hesitant extends MemoryStore {

    @Override
    public Optional<byte[]> read(String name) {
      hesitate();
      return super.read(name);
    }

    @Override
    public boolean putIfAbsent(String name, byte[] bytes) {
      hesitate();
      boolean put = super.putIfAbsent(name, bytes);
      // as when the answer was lost and the client asked again: it is there, by our own doing
      return put && ThreadLocalRandom.current().nextInt(5) > 0;
    }

    @Override
    public boolean replaceIfMatch(String name, byte[] bytes, @Nullable String tag) {
      hesitate();
      boolean replaced = super.replaceIfMatch(name, bytes, tag);
      return replaced && ThreadLocalRandom.current().nextInt(5) > 0;
    }

    private static void hesitate() {
      if (ThreadLocalRandom.current().nextBoolean()) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(200_000));
      }
    }
  }
}
