package com.cashtrace.infra.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StateHeadTest {

  private static final String STATE =
      """
      {
        "version": 4,
        "terraform_version": "1.11.4",
        "serial": 0,
        "lineage": "%s",
        "outputs": {"name": {"value": "ö"}}
      }
      """;

  @Test
  void tellsAWholeStateFromOneThatBreaksOff() {
    byte[] state =
        "{\"version\":4,\"serial\":2,\"lineage\":\"6f3c\",\"resources\":[{}]}\n".getBytes(UTF_8);

    assertThat(StateHead.isWhole(state)).isTrue();
    for (int length = 0; length < state.length - 1; length++) {
      assertThat(StateHead.isWhole(Arrays.copyOf(state, length))).as("" + length).isFalse();
    }
    assertThat(StateHead.isWhole("{}{}".getBytes(UTF_8))).isFalse();
    assertThat(StateHead.isWhole("[]".getBytes(UTF_8))).isFalse();
  }

  @Test
  void givesALineageToAStateThatHasNone() {
    byte[] whole = StateHead.withLineage(state(""), "6f3c");

    assertThat(new String(whole, UTF_8)).isEqualTo(STATE.formatted("6f3c"));
  }

  @Test
  void leavesALineageAndWhatIsNoStateAsTheyAre() {
    assertThat(StateHead.withLineage(state("old"), "6f3c")).isEqualTo(state("old"));
    assertThat(StateHead.withLineage(new byte[0], "6f3c")).isEmpty();
  }

  @Test
  void changesNothingButTheSerial() {
    byte[] changed = StateHead.withSerial(state("6f3c"), 12);

    assertThat(new String(changed, UTF_8))
        .isEqualTo(STATE.formatted("6f3c").replace("\"serial\": 0", "\"serial\": 12"));
  }

  private static byte[] state(String lineage) {
    return STATE.formatted(lineage).getBytes(UTF_8);
  }
}
