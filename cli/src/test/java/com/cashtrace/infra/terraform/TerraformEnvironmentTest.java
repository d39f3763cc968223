package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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

    assertThat(environment.planArguments())
        .isEqualTo(Map.of("TF_CLI_ARGS", "-lock=false", "TF_CLI_ARGS_plan", "-target=x"));
    assertThat(environment.internal()).doesNotContainKeys("TF_CLI_ARGS", "TF_CLI_ARGS_plan");
  }

  @Test
  void aWorkspaceIsRefused() {
    assertThatThrownBy(() -> TerraformEnvironment.offline(Map.of("TF_WORKSPACE", "blue")))
        .isInstanceOf(FailureException.class)
        .hasMessage("TF_WORKSPACE selects workspace 'blue', and an offline plan has none");
  }
}
