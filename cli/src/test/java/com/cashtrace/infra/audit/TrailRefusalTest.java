package com.cashtrace.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrailRefusalTest {

  @Test
  void recordsNoTextThatNoVerificationCouldRead() {
    MemoryStore store = new MemoryStore();
    Entry entry = Samples.entry("half of a pair: \ud800");

    FailureException e =
        catchThrowableOfType(FailureException.class, () -> Samples.trail(store).append(entry));

    assertThat(e.problem().code()).isEqualTo("audit-record-refused");
    assertThat(e.problem().message()).contains("half of a surrogate pair");
    assertThat(e.problem().hint()).isEqualTo("shorten or correct the texts that were given");
    assertThat(store.files).doesNotContainKey(TrailNames.HEAD);
  }

  @Test
  void givesUpOnAStoreThatRefusesEveryWriteThoughNobodyWrites() {
    FailureException records =
        refusal(
            new MemoryStore() {
              @Override
              public boolean putIfAbsent(String name, byte[] bytes) {
                return name.equals(TrailNames.KEY) && super.putIfAbsent(name, bytes);
              }
            });
    FailureException heads =
        refusal(
            new MemoryStore() {
              @Override
              public boolean replaceIfMatch(String name, byte[] bytes, @Nullable String tag) {
                return false;
              }
            });

    for (FailureException e : List.of(records, heads)) {
      assertThat(e.problem().code()).isEqualTo("audit-busy");
      assertThat(e.problem().message())
          .contains("refuses every write, although nobody else writes");
      assertThat(e.problem().hint()).contains("look for who tampers with the bucket");
      assertThat(e.exitCode()).isEqualTo(ExitCode.FAILED);
    }
  }

  /** Of an interrupted thread every pause ends at once. */
  private static FailureException refusal(MemoryStore store) {
    Thread.currentThread().interrupt();
    try {
      return catchThrowableOfType(
          FailureException.class, () -> Samples.trail(store).append(Samples.entry("apply")));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
