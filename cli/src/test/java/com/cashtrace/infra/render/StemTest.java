package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import org.junit.jupiter.api.Test;

/** What a component was called when it was made. */
class StemTest {

  @Test
  void isTheKeyOfAComponentThatKeptIt() {
    assertThat(stem("primary: { data: [personal] }")).isEqualTo("primary");
  }

  @Test
  void isTheFormerKeyOfARenamedOne() {
    assertThat(stem("primary: { renamedFrom: main, data: [personal] }")).isEqualTo("main");
  }

  @Test
  void staysWhenTheNameIsWrittenOutInPlaceOfTheFormerKey() {
    assertThat(stem("primary: { name: sample-main, data: [personal] }")).isEqualTo("main");
  }

  @Test
  void isTheKeyWhereTheNameWasNotMadeByUs() {
    assertThat(stem("primary: { name: legacy-2021, data: [personal] }")).isEqualTo("primary");
    assertThat(stem("primary: { name: sample-Main_1, data: [personal] }")).isEqualTo("primary");
  }

  @Test
  void leavesTheAccountOutOfTheNameOfABucket() {
    Environment environment =
        SampleEnvironments.with(
            """
            buckets: { papers: { renamedFrom: documents, data: [personal], retention: 7y } }
            secrets: { card: { renamedFrom: paystack } }
            """);
    assertThat(Stem.reference(environment, environment.buckets().get("papers")))
        .isEqualTo("buckets.documents");
    assertThat(Stem.of(environment, environment.secrets().get("card"))).isEqualTo("paystack");
  }

  private static String stem(String database) {
    Environment environment = SampleEnvironments.with("databases: { " + database + " }");
    return Stem.of(environment, environment.databases().get("primary"));
  }
}
