package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What people are told when the program itself is at its end. */
class FailuresTest {

  private final StringWriter err = new StringWriter();
  private final World world = CommandRun.world(new PrintWriter(err));

  @Test
  void saysHowToGiveMoreMemory() {
    int code =
        new Failures(world, new GlobalOptions()).fault(new OutOfMemoryError("Java heap"), false);

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("error[out-of-memory]", "CASHTRACE_JAVA_OPTS=-Xmx2g")
        .doesNotContain("\tat ");
  }

  @Test
  void tellsOfAFaultThatComesBeforeAnyCommand() {
    // a command line that is null is what no user can type, so it stands for any fault of ours
    int code = RootCommand.run(world, (String) null);

    assertThat(code).isEqualTo(70);
    assertThat(err.toString()).contains("error[bug]", "--stacktrace").doesNotContain("\tat ");
  }
}
