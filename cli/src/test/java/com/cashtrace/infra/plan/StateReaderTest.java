package com.cashtrace.infra.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateReaderTest {

  private static final String STATE =
      """
      {"format_version": "1.0", "terraform_version": "1.11.4", "values": {
        "outputs": {
          "url": {"sensitive": false, "type": "string", "value": "https://api.example"},
          "key": {"sensitive": true, "type": "string", "value": "tok-output"},
          "db_password": {"sensitive": false, "type": "string", "value": "tok-by-name"},
          "sizes": {"sensitive": false, "type": ["list", "number"], "value": [1, 2]},
          "inside": {"sensitive": true, "value": "{\\"password\\": \\"tok-in-document\\"}"}},
        "root_module": {
          "resources": [
            {"address": "data.aws_region.this", "mode": "data", "values": {"name": "af-south-1"}},
            {"address": "aws_a.one", "mode": "managed", "type": "aws_a",
             "values": {"plain": "seen", "hidden": "tok-marked", "list": [{"x": "tok-deep"}]},
             "sensitive_values": {"hidden": true, "list": [{"x": true}]}}],
          "child_modules": [{"address": "module.m",
            "resources": [{"address": "module.m.aws_b.two", "mode": "managed",
              "values": {"secret": "tok-child"}, "sensitive_values": {}}],
            "child_modules": [{"resources": [{"address": "module.m.module.n.aws_c.three",
              "mode": "managed", "values": {}}]}]}]}}}
      """;

  private final List<String> learned = new ArrayList<>();

  @Test
  void readsOutputsMaskedAndLearnsEverySecret() {
    StateContent state = read(STATE);

    assertThat(state.terraformVersion()).isEqualTo("1.11.4");
    assertThat(state.addresses())
        .containsExactly("aws_a.one", "module.m.aws_b.two", "module.m.module.n.aws_c.three");
    assertThat(state.outputs().keySet())
        .containsExactly("db_password", "inside", "key", "sizes", "url");
    assertThat(state.outputs().get("url"))
        .isEqualTo(new StateOutput(false, new Value.Text("https://api.example")));
    assertThat(state.outputs().get("key")).isEqualTo(new StateOutput(true, Value.Mark.SENSITIVE));
    assertThat(state.outputs().get("db_password").value()).isEqualTo(Value.Mark.SENSITIVE);
    assertThat(state.outputs().get("sizes").json()).isEqualTo("[1,2]");
    assertThat(state.outputs().get("key").json()).isEqualTo("\"(sensitive)\"");
    assertThat(learned)
        .contains(
            "tok-output", "tok-by-name", "tok-marked", "tok-deep", "tok-child", "tok-in-document")
        .doesNotContain("seen", "https://api.example", "af-south-1");
  }

  @Test
  void takesAStateThatHoldsNothing() {
    StateContent state = read("{\"format_version\":\"1.0\"}");

    assertThat(state.addresses()).isEmpty();
    assertThat(state.outputs()).isEmpty();
  }

  @Test
  void doesNotQuoteADocumentThatIsBroken() {
    assertThatThrownBy(() -> read("{\"values\": {\"outputs\": {\"a\": {\"value\": tok-broken"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("is not JSON as terraform writes it: line 1")
        .hasMessageNotContaining("tok-broken");
  }

  private StateContent read(String json) {
    return new StateReader(learned::add).read("the state", Plans.stream(json));
  }
}
