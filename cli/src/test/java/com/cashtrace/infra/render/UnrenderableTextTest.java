package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Characters that Terraform cannot hold are found where the spec writes them. */
class UnrenderableTextTest {

  @ParameterizedTest
  @CsvSource({"\\0,U+0000", "x\\uD83Dx,U+D83D", "\\uDE00,U+DE00"})
  void isFoundAtItsValue(String escape, String character) {
    Environment environment =
        SampleEnvironments.with(
            """
            services:
              api:
                image: a/b
                version: 1.0.0
                handles: [public]
                env: { OTHER: fine, GREETING: "%s" }
            """
                .formatted(escape));
    assertThat(UnrenderableText.check(environment))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("unrenderable-text");
              assertThat(problem.message()).contains(character);
              assertThat(problem.location().excerpt()).contains("GREETING");
              assertThat(problem.location().column()).isEqualTo(35);
            });
  }

  @Test
  void isFoundInListsAsWell() {
    Environment environment =
        SampleEnvironments.with(
            """
            services:
              api: { image: a/b, version: 1.0.0, handles: [public], command: [run, "\\0"] }
            """);
    assertThat(UnrenderableText.check(environment)).hasSize(1);
  }

  @Test
  void letsWholePairsAndOtherControlCharactersPass() {
    assertThat(
            UnrenderableText.check(
                SampleEnvironments.with(
                    "secrets: { paystack: { description: \"\\uD83D\\uDE00 \\x07\" } }")))
        .isEmpty();
  }
}
