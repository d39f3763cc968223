package com.cashtrace.infra.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {

  @Test
  void makesItsValueWhenItIsAskedForAndNeverAgain() {
    AtomicInteger made = new AtomicInteger();

    Once<String> once = new Once<>(() -> "value " + made.incrementAndGet());

    assertThat(made).hasValue(0);
    assertThat(once.get()).isEqualTo("value 1");
    assertThat(once.get()).isEqualTo("value 1");
  }
}
