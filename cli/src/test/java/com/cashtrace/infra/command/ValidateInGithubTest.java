package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.PackagedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateInGithubTest {

  @TempDir Path folder;
  private Path page = Path.of("page");
  private Path output = Path.of("output");

  @BeforeEach
  void copyTheSpecs() throws IOException {
    PackagedProgram.in(folder);
    page = folder.resolve("page");
    output = folder.resolve("output");
  }

  private CommandRun validate(String... words) {
    return CommandRun.with(
        Map.of("GITHUB_STEP_SUMMARY", page.toString(), "GITHUB_OUTPUT", output.toString()),
        folder,
        words);
  }

  @Test
  void handsOnThatAllIsRight() {
    CommandRun run = validate("validate");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(output).content().isEqualTo("exit-code=0\nerrors=0\nwarnings=0\n");
    assertThat(page).content().contains("3 environments").doesNotContain("error[");
  }

  @Test
  void handsOnWhatIsWrongBehindWhatEarlierStepsSaid() throws Exception {
    Files.writeString(page, "an earlier page\n");
    Files.writeString(output, "earlier=1\n");
    Path spec = folder.resolve("environments/staging.yaml");
    Files.writeString(spec, Files.readString(spec) + "nonsense: 1\n");

    CommandRun run = validate("validate", "staging", "development");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(output).content().isEqualTo("earlier=1\nexit-code=3\nerrors=1\nwarnings=0\n");
    assertThat(page)
        .content()
        .startsWith("an earlier page\n\n")
        .contains("unknown-key", "environments/staging.yaml", "nonsense");
  }

  @Test
  void handsOnNothingOutsideOfGithub() {
    CommandRun run = CommandRun.in(folder, "validate");

    assertThat(run.exitCode()).isZero();
    assertThat(page).doesNotExist();
    assertThat(output).doesNotExist();
  }
}
