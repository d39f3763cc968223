package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.YamlReader;
import org.junit.jupiter.api.Test;

/** The digest of a spec follows what it says and not how. */
class SpecDigestTest {

  @Test
  void writesSortedKeysAndPlainNumbers() {
    assertThat(SpecDigest.json(spec("b: [1.50, true, null, 'x']\na: { d: 1e3, c: \"2\" }")))
        .isEqualTo("{\"a\":{\"c\":\"2\",\"d\":1000},\"b\":[1.5,true,null,\"x\"]}");
  }

  @Test
  void ignoresCommentsOrderAndQuotes() {
    assertThat(SpecDigest.of(spec("# why\na: 'x' # that\nb: 1.0\n")))
        .isEqualTo(SpecDigest.of(spec("b: 1\na: x\n")));
  }

  @Test
  void followsValuesTypesAndTheOrderOfLists() {
    String digest = SpecDigest.of(spec("a: [1, 2]"));
    assertThat(SpecDigest.of(spec("a: [2, 1]"))).isNotEqualTo(digest);
    assertThat(SpecDigest.of(spec("a: ['1', 2]"))).isNotEqualTo(digest);
  }

  private static MapNode spec(String yaml) {
    return YamlReader.readMap(new Source("x.yaml", yaml)).value().orElseThrow();
  }
}
