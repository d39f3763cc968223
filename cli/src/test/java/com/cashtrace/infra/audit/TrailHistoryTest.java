package com.cashtrace.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailHistoryTest {

  private static final Instant ALWAYS = Instant.MIN;

  private final MemoryStore store = new MemoryStore();

  TrailHistoryTest() {
    for (int day = 1; day <= 9; day++) {
      Instant time = Instant.parse("2026-11-0" + day + "T12:00:00Z");
      new Trail("staging", store, Samples.SIGNER, () -> time)
          .append(Samples.entries().get(day - 1));
    }
  }

  @Test
  void givesTheNewestFirst() {
    assertThat(newest(ALWAYS, 3)).containsExactly(9L, 8L, 7L);
    assertThat(newest(ALWAYS, 100)).containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
  }

  @Test
  void givesOnlyWhatIsWanted() {
    assertThat(
            new TrailHistory(store, Trust.none())
                .newest(record -> record.details().kind() == Kind.APPLY, ALWAYS, 100))
        .extracting(AuditRecord::sequence)
        .containsExactly(6L, 5L);
    assertThat(newest(Instant.parse("2026-11-08T12:00:00Z"), 100)).containsExactly(9L, 8L);
  }

  @Test
  void readsNoFurtherThanItMust() {
    Tampering.edit(store, TrailNames.record(2), "staging", "stalled");

    assertThat(newest(Instant.parse("2026-11-05T00:00:00Z"), 100)).hasSize(5);
    assertThat(newest(ALWAYS, 7)).hasSize(7);
    assertThatThrownBy(() -> newest(ALWAYS, 100)).isInstanceOf(FailureException.class);
  }

  @Test
  void failsAtARecordOrHeadThatWasTamperedWith() {
    MemoryStore edited = new MemoryStore(store.files);
    Tampering.edit(edited, TrailNames.record(8), "v-1", "v-2");
    assertThatThrownBy(() -> newest(edited)).hasMessageContaining("not what its writer signed");

    MemoryStore misplaced = new MemoryStore(store.files);
    misplaced.files.put(TrailNames.record(8), store.files.get(TrailNames.record(7)));
    assertThatThrownBy(() -> newest(misplaced)).hasMessageContaining("holds record '7'");

    MemoryStore forged = new MemoryStore(store.files);
    Tampering.edit(forged, TrailNames.HEAD, "\"sequence\":9", "\"sequence\":8");
    assertThatThrownBy(() -> newest(forged)).hasMessageContaining("head is not signed");

    MemoryStore removed = new MemoryStore(store.files);
    removed.files.remove(TrailNames.record(9));
    assertThatThrownBy(() -> newest(removed)).isInstanceOf(FailureException.class);

    MemoryStore rewritten = new MemoryStore(store.files);
    Tampering.rewrite(rewritten, 4, Samples.SIGNER, entry -> Samples.entry("other"));
    rewritten.files.put(TrailNames.record(8), store.files.get(TrailNames.record(8)));
    assertThatThrownBy(() -> newest(rewritten)).hasMessageContaining("not linked");
  }

  @Test
  void tellsThatThereIsNoTrail() {
    assertThatThrownBy(() -> newest(new MemoryStore())).hasMessageContaining("no trail");
  }

  private List<Long> newest(Instant since, int limit) {
    return new TrailHistory(store, Trust.none())
        .newest(record -> true, since, limit).stream().map(AuditRecord::sequence).toList();
  }

  private static List<AuditRecord> newest(MemoryStore files) {
    return new TrailHistory(files, Trust.none()).newest(record -> true, ALWAYS, 100);
  }
}
