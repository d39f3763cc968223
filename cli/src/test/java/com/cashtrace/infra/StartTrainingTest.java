package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StartTrainingTest {

  @Test
  void goesOnAfterACommandLineThatFails() {
    assertThatCode(() -> StartTraining.main(new String[] {"no-such-command", "--version"}))
        .doesNotThrowAnyException();
  }
}
