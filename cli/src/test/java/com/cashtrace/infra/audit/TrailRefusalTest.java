package com.cashtrace.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cashtrace.infra.problem.FailureException;
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
}
