package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetFlagsTest {

  @ParameterizedTest
  @CsvSource({
    "'', an environment is missing",
    "--all production, exclude each other",
    "--all --allow-destroy a.b, --allow-destroy goes with one ENV",
    "staging production --allow-destroy a.b, --allow-destroy goes with one ENV",
    "--all --parallelism 0, has to be 1 or more",
    "--all --parallelism many, --parallelism",
    "staging nope, there is no environment 'nope'"
  })
  void refusesWordsThatMakeNoSenseBeforeAnyWork(String words, String message) {
    List<String> line = new ArrayList<>(List.of("plan", "--offline"));
    line.addAll(words.isEmpty() ? List.of() : List.of(words.split(" ", -1)));

    CommandRun run = CommandRun.in(GeneratedFile.repository(), line.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(64);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
