package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.mask.Masker;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsItsVersionOnStdout() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("cashtrace-infra ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void refusesAnUnknownFlagWith64AndSaysNothingOnStdout() {
    assertThat(run("--no-such-flag")).isEqualTo(64);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--no-such-flag");
  }

  @Test
  void asksForACommandWhenThereIsNone() {
    assertThat(run()).isEqualTo(64);
    assertThat(err.toString()).contains("a command is missing");
  }

  private int run(String... args) {
    try (var stdout = new PrintWriter(out);
        var stderr = new PrintWriter(err)) {
      return Main.run(args, stdout, stderr, new Masker());
    }
  }
}
