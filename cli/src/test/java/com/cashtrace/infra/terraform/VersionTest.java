package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

  @Test
  void aPreReleaseComesBeforeItsRelease() {
    List<String> sorted =
        List.of("1.9.0", "1.11.0-rc1", "1.11.0", "1.11.4", "1.12.0-beta1", "2.0.0-alpha1", "2.0.0");

    assertThat(sorted.stream().map(VersionTest::version).sorted().map(Version::toString))
        .isEqualTo(sorted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.11.0", "1.11.4", "1.12.0-beta1", "1.99.0", "1.11.4+ent"})
  void worksWith(String text) {
    assertThat(TerraformProgram.supports(version(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.12.31", "1.10.5", "1.11.0-rc1", "2.0.0-alpha1", "2.0.0"})
  void doesNotWorkWith(String text) {
    assertThat(TerraformProgram.supports(version(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.11", "v1.11.4", "1.11.4.1", "1.11.99999999999", "latest"})
  void isNoVersion(String text) {
    assertThat(Version.parse(text)).isEmpty();
  }

  private static Version version(String text) {
    return Version.parse(text).orElseThrow();
  }
}
