package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutRuleTest {

  /** The API as CodeDeploy would roll it out, with nothing of Service Connect. */
  private static final String CANARY =
      """
      services:
        api:
          uses: { services.ledger: null }
          rollout: { strategy: canary }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"rolling", "blue-green", "canary"})
  void takesEveryStrategyOfAPublicServiceByItself(String strategy) {
    assertThat(found(CANARY.replace("canary", strategy))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"blue-green", "canary"})
  void rejectsCodeDeployWithoutALoadBalancer(String strategy) {
    assertThat(found("services: { worker: { rollout: { strategy: " + strategy + " } } }"))
        .containsExactly(
            "1:44 codedeploy-private service 'worker' is not public, and '"
                + strategy
                + "' needs the load balancer to shift its traffic");
  }

  @Test
  void rejectsCodeDeployOnSpotCapacity() {
    assertThat(found(CANARY + "    capacity: spot\n"))
        .containsExactly(
            "5:15 codedeploy-spot service 'api' runs on spot capacity, which CodeDeploy ('canary')"
                + " does not place tasks on");
  }

  @Test
  void rejectsTheUseOfAServiceByOneThatCodeDeployRollsOut() {
    assertThat(found(CANARY.replace("null", "LEDGER")))
        .containsExactly(
            "3:13 codedeploy-service-connect service 'api' is rolled out by CodeDeploy ('canary'),"
                + " which excludes Service Connect, and uses 'services.ledger'");
  }

  @Test
  void rejectsTheUseOfAServiceThatCodeDeployRollsOut() {
    assertThat(found(CANARY + "  ledger: { uses: { services.api: API } }\n"))
        .containsExactly(
            "5:21 codedeploy-service-connect service 'api' is rolled out by CodeDeploy ('canary'),"
                + " which excludes Service Connect, so service 'ledger' cannot use 'services.api'");
  }
}
