package com.cashtrace.infra.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.environment.CacheEngine;
import com.cashtrace.infra.environment.Capacity;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Egress;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.environment.Locks;
import com.cashtrace.infra.environment.Strategy;
import com.cashtrace.infra.environment.Tier;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the schema allows and what the records know are the same words. */
class SchemaWordsTest {

  private final JsonNode bundle = SchemaBundle.environment(Resources.packaged());

  @Test
  void everyEnumerationIsTheSameInSchemaAndRecords() {
    assertThat(words("/properties/tier")).hasSameElementsAs(of(Tier.values(), Tier::word));
    assertThat(words("/properties/network/properties/egress"))
        .hasSameElementsAs(of(Egress.values(), Egress::word));
    assertThat(words("/properties/state/properties/locks"))
        .hasSameElementsAs(of(Locks.values(), Locks::word));
    assertThat(words("/$defs/value/$defs/dataClasses/items"))
        .hasSameElementsAs(of(DataClass.values(), DataClass::word));
    assertThat(words("/$defs/cache/properties/engine"))
        .hasSameElementsAs(of(CacheEngine.values(), CacheEngine::word));
    assertThat(words("/$defs/service/properties/capacity"))
        .hasSameElementsAs(of(Capacity.values(), Capacity::word));
    assertThat(words("/$defs/service/properties/rollout/properties/strategy"))
        .hasSameElementsAs(of(Strategy.values(), Strategy::word));
  }

  @Test
  void everyKindHasItsMap() {
    assertThat(of(Kind.values(), Kind::word))
        .allSatisfy(kind -> assertThat(bundle.at("/properties/" + kind).isObject()).isTrue());
  }

  private List<String> words(String pointer) {
    List<String> words = new ArrayList<>();
    bundle.at(pointer).path("enum").forEach(word -> words.add(word.asText()));
    assertThat(words).as(pointer).isNotEmpty();
    return words;
  }

  private static <T> List<String> of(T[] values, java.util.function.Function<T, String> word) {
    return Stream.of(values).map(word).toList();
  }
}
