package com.cashtrace.infra.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParityTest {

  private static final String PRODUCTION = "tier: production\n";
  private static final String STAGING = "tier: staging\n";

  private static List<String> found(String overStaging, String overProduction) {
    return shown(
        Specs.named("staging", STAGING + overStaging),
        Specs.named("production", PRODUCTION + overProduction));
  }

  private static List<String> shown(Environment... environments) {
    return new ParityRule(Specs.CATALOG.parity())
        .check(List.of(environments)).stream().sorted().map(ParityTest::shown).toList();
  }

  private static String shown(Problem problem) {
    return problem.location() + " " + problem.code() + " " + problem.message();
  }

  @Test
  void takesDifferencesOfNameTierAccountStateDnsRangeSizeCountAndVersion() {
    assertThat(
            found(
                """
                description: rehearsal
                account: { id: "222233334444", roles: { approve: [infra-approve] } }
                state: { bucket: other, key: staging/terraform.tfstate, locks: s3 }
                dns: { domain: staging.cashtrace.ng }
                network: { cidr: 10.30.0.0/16 }
                services:
                  api:
                    name: api-of-staging
                    version: 1.1.0
                    cpu: 0.5
                    memory: 1GiB
                    listen: { host: api.staging.cashtrace.ng }
                    scaling: { min: 2, max: 3, usersPerTask: 10, peakUsers: 20 }
                databases: { main: { size: large, storage: 100GiB, storageLimit: 200GiB, replicas: 1 } }
                caches: { sessions: { shards: 2, replicas: 0, version: "8.1", size: medium } }
                """,
                ""))
        .isEmpty();
  }

  @Test
  void rejectsAnotherDifferenceInStaging() {
    assertThat(found("network: { egress: single }", ""))
        .containsExactly(
            "environments/staging.yaml:2:20 parity-difference network.egress is 'single' in"
                + " 'staging', and is 'per-zone' by default in 'production'");
  }

  @Test
  void pointsToProductionWhereStagingSaysNothing() {
    assertThat(found("", "network: { egress: single }"))
        .containsExactly(
            "environments/production.yaml:2:20 parity-difference network.egress is 'single' in"
                + " 'production', and is 'per-zone' by default in 'staging'");
  }

  @Test
  void tellsAComponentThatOnlyOneHasOnce() {
    String more = "caches:\n  other: { data: [personal], shards: 4 }";
    assertThat(found(more, ""))
        .containsExactly(
            "environments/staging.yaml:3:3 parity-difference caches.other is there in 'staging',"
                + " and is absent in 'production'");
    assertThat(found("", more))
        .containsExactly(
            "environments/production.yaml:3:3 parity-difference caches.other is there in"
                + " 'production', and is absent in 'staging'");
  }

  @Test
  void comparesListsInTheirOrder() {
    assertThat(
            found(
                "services: { worker: { command: [node, b.js] } }",
                "services: { worker: { command: [node, a.js] } }"))
        .containsExactly(
            "environments/staging.yaml:2:32 parity-difference services.worker.command is '[node,"
                + " b.js]' in 'staging', and is '[node, a.js]' in 'production'");
  }

  @Test
  void takesADeclaredDifferenceInEitherFile() {
    String debug = "services: { api: { env: { LOG_LEVEL: debug } } }\n";
    String declared = "parity: { differs: { services.api.env.LOG_LEVEL: because } }\n";
    assertThat(found(debug, "")).hasSize(1);
    assertThat(found(debug + declared, "")).isEmpty();
    assertThat(found(debug, declared)).isEmpty();
  }

  @Test
  void takesADeclarationOfAWholeSubtreeAndOfAKeyWithDots() {
    String uses = "services: { worker: { uses: { secrets.paystack: KEY } } }\n";
    assertThat(found(uses + "parity: { differs: { services.worker: because } }", "")).isEmpty();
    assertThat(
            found(
                uses + "parity: { differs: { services.worker.uses.secrets.paystack: because } }",
                ""))
        .isEmpty();
    assertThat(found(uses + "parity: { differs: { services.work: because } }", "")).hasSize(2);
  }

  @Test
  void warnsOfADeclarationThatExcusesNothing() {
    assertThat(found("parity: { differs: { network.egress: because } }", ""))
        .containsExactly(
            "environments/staging.yaml:2:22 parity-unused 'network.egress' is declared to differ"
                + " and does not");
    assertThat(
            found("network: { cidr: 10.30.0.0/16 }\nparity: { differs: { network.cidr: x } }", ""))
        .singleElement()
        .asString()
        .contains("parity-unused 'network.cidr'");
  }

  @Test
  void tellsNoValueThatMayBeASecret() {
    assertThat(found("services: { api: { env: { API_TOKEN: swordfish } } }", ""))
        .singleElement()
        .asString()
        .contains("is another text in 'staging'")
        .doesNotContain("swordfish");
  }

  @Test
  void comparesNothingWhereOneOfTheTwoIsMissing() {
    assertThat(shown(Specs.named("staging", STAGING))).isEmpty();
    assertThat(shown(Specs.named("production", PRODUCTION))).isEmpty();
    assertThat(shown(Specs.with(""), Specs.named("production", PRODUCTION))).isEmpty();
  }

  @Test
  void comparesEachStagingWithTheProductionOfItsPlace() {
    Environment lagos = Specs.named("production-lagos", PRODUCTION + "network: { egress: single }");
    Environment accra = Specs.named("production-accra", PRODUCTION);
    assertThat(shown(lagos, accra, Specs.named("staging-accra", STAGING))).isEmpty();
    assertThat(shown(lagos, accra, Specs.named("staging-lagos", STAGING)))
        .singleElement()
        .asString()
        .startsWith("environments/production-lagos.yaml:2:20 parity-difference");
    assertThat(shown(lagos, accra, Specs.named("staging-kano", STAGING))).isEmpty();
  }
}
