package com.cashtrace.infra.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

  private static final long MIB = 1L << 20;

  @TempDir Path folder;

  @Test
  void aJavaThatIsTooOldIsAProblem() {
    assertThat(JavaCheck.of(Runtime.Version.parse("11.0.2+9"), "/jdk"))
        .isEqualTo(
            Check.problem("java", "11.0.2+9 in /jdk", "install a JDK of version 17 or later"));
    assertThat(JavaCheck.of(Runtime.Version.parse("25"), "/jdk"))
        .isEqualTo(Check.ok("java", "25 in /jdk"));
  }

  @Test
  void aScratchFolderNeedNotExistYet() {
    Check check = ScratchCheck.of(folder.resolve("a/b"));

    assertThat(check.status()).isNotEqualTo(Status.PROBLEM);
    assertThat(check.detail()).startsWith("'" + folder + "/a/b', ").endsWith(" MiB free");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void aFileInTheWayOfTheScratchFolderIsAProblem() throws IOException {
    Path file = Files.createFile(folder.resolve("build"));

    assertThat(ScratchCheck.of(file.resolve("staging")))
        .isEqualTo(
            Check.problem(
                "scratch folder", "'" + file + "' stands in the way, a file", "move it away"));
  }

  @Test
  void aScratchFolderThatNobodyMayWriteToIsAProblem() {
    // The kernel's own file system refuses even an administrator.
    Check check = ScratchCheck.of(Path.of("/proc/cashtrace/build"));

    assertThat(check.status()).isEqualTo(Status.PROBLEM);
  }

  @Test
  void littleSpaceIsAWarningAndHardlyAnyIsAProblem() {
    assertThat(ScratchCheck.space(folder, 1024 * MIB).status()).isEqualTo(Status.OK);
    assertThat(ScratchCheck.space(folder, 1023 * MIB).status()).isEqualTo(Status.WARNING);
    assertThat(ScratchCheck.space(folder, 64 * MIB).status()).isEqualTo(Status.WARNING);
    assertThat(ScratchCheck.space(folder, 63 * MIB))
        .isEqualTo(
            Check.problem(
                "scratch folder",
                "'" + folder + "', 63 MiB free",
                "free some space, 64 MiB at least"));
  }

  @Test
  void noVariableIsFine() {
    assertThat(variables(Map.of("PATH", "/bin", "TF_WORKSPACE", "", "XAWS_PROFILE", "x")))
        .containsExactly(
            Check.ok("TF_CLI_CONFIG_FILE", "is not set"),
            Check.ok("TF_PLUGIN_CACHE_DIR", "is not set"));
  }

  @Test
  void variablesThatChangeWhatHappensAreNamedButNeverTheirValues() {
    String secret = "hunter2";
    Map<String, String> set =
        Map.of(
            "TF_WORKSPACE", secret,
            "TF_CLI_ARGS", secret,
            "TF_CLI_ARGS_plan", secret,
            "TF_CLI_ARGS_apply", secret,
            "TF_DATA_DIR", secret,
            "TF_VAR_password", secret,
            "TF_LOG_PATH", secret,
            "AWS_SECRET_ACCESS_KEY", secret,
            "CASHTRACE_FORMAT", secret);

    List<Check> checks = variables(set);

    assertThat(checks.toString()).doesNotContain(secret);
    assertThat(checks.stream().skip(2).map(check -> check.status() + " " + check.name()))
        .containsExactly(
            "PROBLEM TF_WORKSPACE",
            "WARNING TF_CLI_ARGS",
            "WARNING TF_CLI_ARGS_plan",
            "WARNING TF_CLI_ARGS_apply",
            "WARNING TF_DATA_DIR",
            "WARNING TF_VAR_password",
            "WARNING TF_LOG_PATH",
            "OK AWS_SECRET_ACCESS_KEY",
            "OK CASHTRACE_FORMAT");
  }

  @Test
  void aCliConfigurationThatIsNotThereIsAWarning() throws IOException {
    Path file = Files.createFile(folder.resolve("a.tfrc"));

    assertThat(variables(Map.of("TF_CLI_CONFIG_FILE", "b.tfrc")).get(0))
        .isEqualTo(
            Check.warning(
                "TF_CLI_CONFIG_FILE",
                "names 'b.tfrc', which is no file; it is ignored",
                "unset TF_CLI_CONFIG_FILE, or name your terraform CLI configuration"));
    assertThat(variables(Map.of("TF_CLI_CONFIG_FILE", file.toString())).get(0).status())
        .isEqualTo(Status.OK);
  }

  @Test
  void aPluginCacheThatIsNotThereIsAWarning() {
    assertThat(variables(Map.of("TF_PLUGIN_CACHE_DIR", "cache")).get(1).status())
        .isEqualTo(Status.WARNING);
    assertThat(variables(Map.of("TF_PLUGIN_CACHE_DIR", folder.toString())).get(1).status())
        .isEqualTo(Status.OK);
  }

  private List<Check> variables(Map<String, String> environment) {
    var options = new TerraformOptions(null, null, environment, folder);
    return new VariableChecks(options, CliConfig.of(options)).all();
  }
}
