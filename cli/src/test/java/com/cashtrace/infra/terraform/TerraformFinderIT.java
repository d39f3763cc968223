package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looks for programs called terraform, which are small shell scripts. */
@Timeout(60)
class TerraformFinderIT {

  @TempDir Path folder;

  @Test
  void takesTheFirstOnThePath() throws IOException {
    Path first = Files.createDirectories(folder.resolve("not a program/terraform")).getParent();
    FakeTerraform second = FakeTerraform.of(folder.resolve("se cond"), "1.12.3", "");
    FakeTerraform third = FakeTerraform.of(folder.resolve("third"), "1.11.4", "");
    String path = first + "::" + second.folder() + ":" + third.folder() + ":/usr/bin:/bin";

    TerraformProgram found = find(null, Map.of("PATH", path));

    assertThat(found)
        .isEqualTo(
            new TerraformProgram(second.program(), new Version(1, 12, 3, ""), "linux_amd64"));
  }

  @Test
  void takesTheOneThatIsNamedByAPathOrByAName() throws IOException {
    FakeTerraform named = FakeTerraform.of(folder.resolve("here"), "1.11.0", "");
    Files.copy(named.program(), folder.resolve("here/tofu"));
    Map<String, String> environment = Map.of("PATH", named.folder() + ":/usr/bin:/bin");

    assertThat(find("./here/terraform", environment).path()).isEqualTo(named.program());
    assertThat(find("tofu", environment).path()).isEqualTo(named.folder().resolve("tofu"));
    assertThat(find(" ", environment).path()).isEqualTo(named.program());
  }

  @Test
  void asksWithoutTheArgumentsOfTheUser() throws IOException {
    FakeTerraform fake = FakeTerraform.of(folder, "1.11.4", "");

    new TerraformFinder(FakeTerraform.runner())
        .find(fake.onPath(Map.of("TF_CLI_ARGS", "-x", "TF_CLI_ARGS_version", "-y", "TF_LOG", "")));

    assertThat(fake.calls()).containsExactly("/: version -json");
    assertThat(fake.environment())
        .contains("TF_LOG=", "CHECKPOINT_DISABLE=1")
        .noneMatch(variable -> variable.startsWith("TF_CLI_ARGS"));
  }

  @Test
  void saysThatNoneIsOnThePath() {
    Problem problem = problem(null, Map.of("PATH", folder.toString()));

    assertThat(problem)
        .isEqualTo(
            Problem.unlocated(
                "terraform-missing",
                "there is no 'terraform' on PATH",
                "install terraform >= 1.11.0, < 2.0.0, or name one with --terraform"));
    assertThat(problem("tofu", Map.of()).message()).isEqualTo("there is no 'tofu' on PATH");
  }

  @Test
  void saysThatTheNamedOneIsNone() throws IOException {
    Path file = Files.createFile(folder.resolve("text"));

    assertThat(problem("./nothing", Map.of()).message())
        .isEqualTo("--terraform names '" + folder.resolve("nothing") + "', which does not exist");
    assertThat(problem(file.toString(), Map.of()).message())
        .isEqualTo("--terraform names '" + file + "', which is no program");
  }

  @Test
  void refusesAnotherVersionAndNamesTheRange() throws IOException {
    for (String version : new String[] {"1.5.7", "2.0.0"}) {
      FakeTerraform fake = FakeTerraform.of(folder, version, "");

      Problem problem = problem(fake.program().toString(), Map.of());

      assertThat(problem.code()).isEqualTo("terraform-version");
      assertThat(problem.message())
          .isEqualTo(
              "terraform "
                  + version
                  + " at '"
                  + fake.program()
                  + "' is outside >= 1.11.0, < 2.0.0");
    }
  }

  @Test
  void aCrashIsToldWithItsLastWords() throws IOException {
    FakeTerraform fake = FakeTerraform.of(folder, "echo boom >&2; echo -n bang >&2; kill -SEGV $$");

    Problem problem = problem(fake.program().toString(), Map.of());

    assertThat(problem.code()).isEqualTo("terraform-broken");
    assertThat(problem.message())
        .isEqualTo("'" + fake.program() + " version -json' was ended by signal 11");
    assertThat(problem.hint()).startsWith("it said: boom bang; ").contains("--terraform");
  }

  @Test
  void garbageIsNoAnswer() throws IOException {
    for (String answer :
        new String[] {
          "exit 0",
          "echo Terraform v1.11.4",
          "echo '{\"terraform_version\":\"new\",\"platform\":\"linux_amd64\"}'",
          "echo '{\"terraform_version\":\"1.11.4\",\"platform\":\"../../x\"}'",
          "echo '[1,2'",
          "head -c 300000 /dev/zero",
        }) {
      FakeTerraform fake = FakeTerraform.of(folder, answer);

      Problem problem = problem(fake.program().toString(), Map.of());

      assertThat(problem.code()).as(answer).isEqualTo("terraform-broken");
      assertThat(problem.message()).endsWith("gave an answer that is none of terraform's");
    }
  }

  @Test
  void aProgramThatTheSystemCannotStartIsBroken() throws IOException {
    FakeTerraform fake = FakeTerraform.of(folder, "");
    Files.writeString(fake.program(), "#!/no/such/interpreter\n");

    Problem problem = problem(fake.program().toString(), Map.of());

    assertThat(problem.code()).isEqualTo("terraform-broken");
    assertThat(problem.message()).endsWith("version -json' can't be run");
  }

  @Test
  void aProgramThatHangsIsNotWaitedForForEver() throws IOException {
    FakeTerraform fake = FakeTerraform.of(folder, "exec sleep 600");
    var finder = new TerraformFinder(FakeTerraform.runner(), Duration.ofSeconds(1));

    FailureException failure =
        catchThrowableOfType(FailureException.class, () -> finder.find(fake.onPath(Map.of())));

    assertThat(failure.problem().code()).isEqualTo("terraform-broken");
    assertThat(failure).hasMessageEndingWith("version -json' gave no answer in 1 s");
  }

  private Problem problem(@Nullable String program, Map<String, String> environment) {
    return catchThrowableOfType(FailureException.class, () -> find(program, environment)).problem();
  }

  private TerraformProgram find(@Nullable String program, Map<String, String> environment) {
    return new TerraformFinder(FakeTerraform.runner())
        .find(new TerraformOptions(program, null, environment, folder));
  }
}
