package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What values look like as HCL. */
class HclValueTest {

  @Test
  void printsSingleValues() {
    assertThat(HclValue.print("a${b}")).isEqualTo("\"a$${b}\"");
    assertThat(HclValue.print(3)).isEqualTo("3");
    assertThat(HclValue.print(5_000_000_000L)).isEqualTo("5000000000");
    assertThat(HclValue.print(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(HclValue.print(new BigDecimal("0.50"))).isEqualTo("0.5");
    assertThat(HclValue.print(true)).isEqualTo("true");
    assertThat(HclValue.print(Expression.NULL)).isEqualTo("null");
    assertThat(HclValue.print(Expression.output("network", "vpc_id")))
        .isEqualTo("module.network.vpc_id");
  }

  @Test
  void printsAShortListInOneLine() {
    assertThat(HclValue.print(List.of("a", 1, true))).isEqualTo("[\"a\", 1, true]");
    assertThat(HclValue.print(List.of())).isEqualTo("[]");
  }

  @Test
  void printsALongListLineByLine() {
    String text = "x".repeat(50);
    assertThat(HclValue.print(List.of(text, text)))
        .isEqualTo("[\n\"" + text + "\",\n\"" + text + "\",\n]");
  }

  @Test
  void printsAMapLineByLineInItsOrder() {
    assertThat(HclValue.print(new TreeMap<>(Map.of("b.c", List.of(), "a", Map.of()))))
        .isEqualTo("{\na = {}\n\"b.c\" = []\n}");
  }

  @Test
  void buildsReferences() {
    assertThat(Expression.output("encryption", "key_arns", "logs"))
        .hasToString("module.encryption.key_arns[\"logs\"]");
    Expression arn = Expression.output("databases_main", "secret_arn");
    assertThat(arn.followedBy(":password::"))
        .hasToString("\"${module.databases_main.secret_arn}:password::\"");
    assertThat(arn.in("tostring(")).hasToString("tostring(module.databases_main.secret_arn)");
  }

  @Test
  void refusesWhatHasNoFormInHcl() {
    assertThatIllegalArgumentException().isThrownBy(() -> HclValue.print(0.1));
  }
}
