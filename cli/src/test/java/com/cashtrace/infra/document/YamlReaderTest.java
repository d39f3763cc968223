package com.cashtrace.infra.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Problem;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  @Test
  void remembersWhereKeysAndValuesStand() {
    MapNode map = read("a: 1\nb:\n  c: [x, y]\n");

    MapNode b = (MapNode) map.get("b");
    MapNode.Entry c = b.entries().get("c");
    assertThat(c.key().location()).hasToString("spec.yaml:3:3");
    assertThat(c.value().position().location()).hasToString("spec.yaml:3:6");
    assertThat(((ListNode) c.value()).items().get(1).position().location())
        .hasToString("spec.yaml:3:10");
    assertThat(c.key().location().excerpt()).isEqualTo("  c: [x, y]");
  }

  @ParameterizedTest
  @CsvSource({
    "NO, NO",
    "yes, yes",
    "'\"1\"', 1",
    "'!!str 12', 12",
    "2026-10-01, 2026-10-01",
    "1_000, 1_000",
    "'12:30', '12:30'",
    ".inf, .inf"
  })
  void keepsAsTextWhatYaml12CallsText(String yaml, String text) {
    assertThat(value(yaml)).isEqualTo(text);
  }

  @Test
  void readsNumbersTruthAndNothing() {
    assertThat(value("012")).isEqualTo(12L);
    assertThat(value("0o17")).isEqualTo(15L);
    assertThat(value("0x1F")).isEqualTo(31L);
    assertThat(value("0.25")).isEqualTo(new BigDecimal("0.25"));
    assertThat(value("99999999999999999999")).isEqualTo(new BigDecimal("99999999999999999999"));
    assertThat(value("true")).isEqualTo(true);
    assertThat(value("False")).isEqualTo(false);
    assertThat(value("~")).isNull();
    assertThat(value("")).isNull();
    assertThat(value("''")).isEqualTo("");
  }

  @Test
  void findsAKeyThatStandsTwice() {
    Problem problem = problem("a: 1\nb: 2\na: 3\n");

    assertThat(problem.code()).isEqualTo("duplicate-key");
    assertThat(problem.location()).hasToString("spec.yaml:3:1");
    assertThat(problem.hint()).isEqualTo("the first is in line 1");
  }

  @Test
  void refusesTabsWithAHint() {
    Problem problem = problem("a:\n\tb: 1\n");

    assertThat(problem.code()).isEqualTo("yaml-syntax");
    assertThat(problem.location()).hasToString("spec.yaml:2:1");
    assertThat(problem.hint()).contains("spaces");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- a\n",
        "text\n",
        "a: [1\n",
        "a: b: c\n",
        "a: *gone\n",
        "? [x]\n: 1\n",
        "a: 1\n---\nb: 2\n",
        "a: \u0007\n",
        "%YAML 3.0\n---\na: 1\n"
      })
  void refusesWhatIsNoMap(String yaml) {
    assertThat(problem(yaml).code()).isEqualTo("yaml-syntax");
    assertThat(problem(yaml).location()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\n", "# only a comment\n"})
  void saysThatAFileIsEmpty(String yaml) {
    assertThat(problem(yaml).code()).isEqualTo("yaml-empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: !secret x\n", "a: !!python/object:os.system x\n", "a: !!set {x}\n"})
  void refusesTagsThatItDoesNotKnow(String yaml) {
    assertThat(problem(yaml).code()).isEqualTo("yaml-tag");
    assertThat(problem(yaml).location()).hasToString("spec.yaml:1:4");
  }

  @Test
  void stopsAtTenThousandLevels() {
    assertThat(problem("a: " + "[".repeat(10_000)).code()).isEqualTo("too-deep");
    String nested = "a: " + "{b: ".repeat(10_000) + "1" + "}".repeat(10_000);
    assertThat(problem(nested).code()).isEqualTo("too-deep");
  }

  @Test
  void stopsAtAnAliasBomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(9) + alias + "]\n");
    }

    assertThat(problem(bomb.toString()).code()).isEqualTo("too-large");
  }

  @Test
  void followsAnAliasToAValue() {
    MapNode map = read("a: &x {b: 1}\nc: *x\n");

    assertThat(map.get("c")).isEqualTo(map.get("a"));
  }

  private static MapNode read(String yaml) {
    return YamlReader.readMap(new Source("spec.yaml", yaml)).value().orElseThrow();
  }

  private static Object value(String yaml) {
    return ((ScalarNode) read("key: " + yaml + "\n").entries().get("key").value()).value();
  }

  private static Problem problem(String yaml) {
    ReadResult<MapNode> result = YamlReader.readMap(new Source("spec.yaml", yaml));
    assertThat(result.value()).isEmpty();
    assertThat(result.problems()).hasSize(1);
    return result.problems().get(0);
  }
}
