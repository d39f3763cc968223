package com.cashtrace.infra.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "services",
        "services.api.cpu",
        "place.zones[0]",
        "tags[\"a.b\"]",
        "services.api.adopt[\"aws_x.this[0]\"]"
      })
  void readsWhatItWrites(String text) {
    assertThat(SpecPath.parse(text)).hasToString(text);
  }

  @Test
  void takesAnIndexAfterADotAsWell() {
    assertThat(SpecPath.parse("place.zones.0")).isEqualTo(SpecPath.parse("place.zones[0]"));
  }

  @Test
  void knowsWhatLiesWithinIt() {
    SpecPath api = SpecPath.of("services", "api");

    assertThat(SpecPath.parse("services.api.cpu").isWithin(api)).isTrue();
    assertThat(api.isWithin(api)).isTrue();
    assertThat(SpecPath.parse("services.apis").isWithin(api)).isFalse();
  }
}
