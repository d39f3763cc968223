package com.cashtrace.infra.residency;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.place.Processors;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.SampleEnvironments;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostingCheckTest {

  private static final String SPEC =
      """
      specVersion: 1
      tier: staging
      account:
        id: "111122223333"
        roles: { plan: p, apply: a, breakGlass: b, approve: [c] }
      state: { bucket: tfstate, key: shop/terraform.tfstate }
      dns: { domain: shop.example, zoneId: Z0123456789ABC }
      place: { provider: aws, region: af-south-1, zones: [af-south-1a, af-south-1b] }
      residency: { profiles: [african-regions], transfers: {} }
      network: { cidr: 10.9.0.0/16 }
      tags: { owner: platform, cost-centre: cc-1 }
      thirdParties:
        one: { processor: %s, purpose: something, data: [operational], country: %s, agreement: A-1 }
      """;

  @ParameterizedTest
  @CsvSource({
    "Slack, ZA, 1",
    "slack, NG, 1",
    "Slack, US, 0",
    "Confluent Cloud, ZA, 0",
    "Brevo, ZA, 0",
    "Somebody Else, ZA, 0"
  })
  void knowsWhoHasNoHostingInAfrica(String processor, String country, int problems) {
    List<Problem> found = check(processor, country);

    assertThat(found).hasSize(problems);
    assertThat(found)
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("third-party-country");
              assertThat(problem.message()).contains("Slack has no hosting in Africa");
              assertThat(problem.hint()).contains("https://slack.com/");
              assertThat(problem.location()).isNotNull();
            });
  }

  private static List<Problem> check(String processor, String country) {
    var environment = SampleEnvironments.of("shop", SPEC.formatted(processor, country));
    return new HostingCheck(() -> Processors.read(Resources.packaged())).check(environment);
  }
}
