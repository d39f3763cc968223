package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.bundle.BundleSamples;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanNameTest {

  @TempDir private Path folder;

  @Test
  void isAnEnvironmentAndTheBeginningOfADigest() {
    assertThat(PlanName.of("production/3f9a1c77b2e4", folder))
        .isEqualTo(new PlanName.InBucket("production", "3f9a1c77b2e4"));
    assertThat(PlanName.of("shop-2/" + "a".repeat(64), folder).environment()).isEqualTo("shop-2");
  }

  @Test
  void isAFolderThatHoldsAPlanEvenIfItLooksLikeTheOther() {
    PrivateFolder kept = PrivateFolder.at(folder.resolve("production/3f9a1c77b2e4"));
    BundleSamples.stored(BundleSamples.bundle()).copyTo(kept, "kept");

    PlanName name = PlanName.of("production/3f9a1c77b2e4", folder);

    assertThat(name).isInstanceOf(PlanName.InFolder.class);
    assertThat(name.environment()).isEqualTo("sample");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "production",
        "production/3f9a1c77b2e",
        "production/3F9A1C77B2E4",
        "a/b/3f9a1c77b2e4",
        "/3f9a1c77b2e4",
        "empty",
        ""
      })
  void isNothingElse(String text) throws Exception {
    Files.createDirectories(folder.resolve("empty"));

    assertThatThrownBy(() -> PlanName.of(text, folder))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(e.problem().code()).isEqualTo("plan-name");
            });
  }
}
