package com.cashtrace.infra.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A plan of any size fits into a small heap. */
class PlanMemoryIT {

  @Test
  void readsAPlanOf100MegabytesIn48MegabytesOfHeap() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                HugePlan.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(program.getInputStream().readAllBytes(), UTF_8).strip();

    assertThat(program.waitFor()).as(output).isZero();
    String[] words = output.split(" ", -1);
    assertThat(Long.parseLong(words[0])).isGreaterThan(100_000_000);
    assertThat(words[1]).isEqualTo("10000");
  }
}
