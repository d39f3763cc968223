package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformEnvironmentTest {

  @Test
  void anOfflineRunSeesNothingThatWouldChangeItsResult() {
    Map<String, String> given = new TreeMap<>();
    for (String name :
        new String[] {
          "AWS_PROFILE",
          "AWS_ACCESS_KEY_ID",
          "AWS_ENDPOINT_URL",
          "AWS_CONFIG_FILE",
          "TF_VAR_region",
          "TF_DATA_DIR",
          "TF_CLI_ARGS_init",
          "TF_REATTACH_PROVIDERS",
          "TF_INPUT",
          "CASHTRACE_FORMAT",
          "PATHS",
          "XPATH",
        }) {
      given.put(name, "user's");
    }

    assertThat(TerraformEnvironment.offline(given).variables())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "TF_IN_AUTOMATION", "1",
                "TF_INPUT", "0",
                "CHECKPOINT_DISABLE", "1",
                "GOGC", "300",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                "AWS_EC2_METADATA_DISABLED", "true"));
  }

  @Test
  void anOfflineRunSeesWhatSaysHowToRun() {
    Map<String, String> given = new TreeMap<>();
    for (String name :
        new String[] {
          "PATH",
          "HOME",
          "TMPDIR",
          "LANG",
          "LC_ALL",
          "HTTPS_PROXY",
          "no_proxy",
          "SSL_CERT_FILE",
          "GOGC",
          "GOMEMLIMIT",
          "TF_CLI_CONFIG_FILE",
          "TF_PLUGIN_CACHE_DIR",
          "TF_LOG",
          "TF_LOG_PATH",
          "TF_CLI_ARGS",
          "TF_CLI_ARGS_plan",
        }) {
      given.put(name, "user's");
    }

    assertThat(TerraformEnvironment.offline(given).variables()).containsAllEntriesOf(given);
  }

  @Test
  void argumentsOfTheUsersReachPlanAndAreRecordedButNoInternalCall() {
    var environment =
        TerraformEnvironment.offline(
            Map.of("TF_CLI_ARGS", "-lock=false", "TF_CLI_ARGS_plan", "-target=x"));

    assertThat(environment.arguments("plan"))
        .isEqualTo(Map.of("TF_CLI_ARGS", "-lock=false", "TF_CLI_ARGS_plan", "-target=x"));
    assertThat(environment.internal()).doesNotContainKeys("TF_CLI_ARGS", "TF_CLI_ARGS_plan");
  }

  @Test
  void aRunWithAnAccountSeesEverythingButWhereTerraformWouldKeepItsFiles() {
    var environment =
        TerraformEnvironment.online(
            Map.of("AWS_PROFILE", "infra", "TF_DATA_DIR", "/elsewhere", "ANY", "thing"));

    assertThat(environment.variables())
        .isEqualTo(
            Map.of(
                "AWS_PROFILE", "infra",
                "ANY", "thing",
                "TF_IN_AUTOMATION", "1",
                "TF_INPUT", "0",
                "CHECKPOINT_DISABLE", "1",
                "GOGC", "300",
                "TF_STATE_PERSIST_INTERVAL", "5"));
    assertThat(environment.initOptions()).isEmpty();
  }

  @Test
  void theUserMayHaveTheStateSavedMoreOrLessOften() {
    var environment = TerraformEnvironment.online(Map.of("TF_STATE_PERSIST_INTERVAL", "60"));

    assertThat(environment.variables()).containsEntry("TF_STATE_PERSIST_INTERVAL", "60");
  }

  @Test
  void onlyARootThatIsBoundToTheProviderIsToldOfAnotherEndpoint(@TempDir Path root)
      throws IOException {
    Map<String, String> given = Map.of("AWS_ENDPOINT_URL", "http://s3.example:9000");
    Path lockFile = root.resolve(LockFile.NAME);

    Files.writeString(lockFile, "# no provider\n");
    assertThat(EndpointOverride.isNeeded(given, root)).isFalse();
    Files.writeString(
        lockFile,
        "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.100.0\"\n}\n");
    assertThat(EndpointOverride.isNeeded(given, root)).isTrue();
    assertThat(EndpointOverride.isNeeded(Map.of(), root)).isFalse();
  }

  @Test
  void anEndpointThatIsNotAwsOwnIsAddressedByPath() {
    Map<String, String> given = Map.of("AWS_ENDPOINT_URL_S3", "http://s3.example:9000");

    assertThat(TerraformEnvironment.online(given).initOptions())
        .containsExactly("-backend-config=use_path_style=true");
    assertThat(EndpointOverride.isNeeded(given)).isTrue();
    assertThat(EndpointOverride.isNeeded(Map.of("AWS_ENDPOINT_URL", ""))).isFalse();
    assertThat(
            EndpointOverride.isNeeded(
                Map.of(
                    "AWS_ENDPOINT_URL", "http://s3.example:9000",
                    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")))
        .isFalse();
  }

  @Test
  void aWorkspaceIsRefused() {
    Map<String, String> given = Map.of("TF_WORKSPACE", "blue");
    for (ThrowingCallable run :
        List.<ThrowingCallable>of(
            () -> TerraformEnvironment.offline(given), () -> TerraformEnvironment.online(given))) {
      assertThatThrownBy(run)
          .isInstanceOf(FailureException.class)
          .hasMessage("TF_WORKSPACE selects workspace 'blue', and environments have none");
    }
  }
}
