package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductionRuleTest {

  /** Production as it should be. */
  private static final String GOOD =
      """
      tier: production
      account: { roles: { approve: [infra-approve] } }
      place: { zones: [af-south-1a, af-south-1b, af-south-1c] }
      services: { api: { scaling: { min: 2, max: 4 } } }
      """;

  @Test
  void findsNothingWrongWithProductionAsItShouldBe() {
    assertThat(found(GOOD)).isEmpty();
  }

  @Test
  void asksForWhatSurvivesTheLossOfAZoneAndOfData() {
    assertThat(
            found(
                GOOD
                    + """
                    databases:
                      main:
                        multiZone: false
                        deletionProtection: false
                        backups: { retention: 29d }
                    caches:
                      sessions: { replicas: 0 }
                    """))
        .containsExactly(
            "7:16 production-multi-zone database 'main' of production has no standby in another"
                + " zone",
            "8:25 production-deletion-protection database 'main' of production can be deleted by"
                + " mistake",
            "9:27 production-backups database 'main' of production keeps backups for '29d', less"
                + " than 30d",
            "11:25 production-failover cache 'sessions' of production has no replica to fail over"
                + " to");
  }

  @Test
  void asksForASecondPairOfEyes() {
    assertThat(found(GOOD.replace("[infra-approve]", "[]")))
        .containsExactly(
            "2:30 production-approvers nobody but the planner may approve a plan of production");
  }

  @Test
  void warnsOfWhatIsFrail() {
    assertThat(
            found(
                """
                tier: production
                account: { roles: { approve: [infra-approve] } }
                network: { egress: single }
                services: { api: { capacity: spot } }
                """))
        .containsExactly(
            "warning 3:20 production-egress production reaches the internet through one zone only",
            "warning 4:13 production-single-task service 'api' is public and may run as a single"
                + " task",
            "warning 4:30 production-spot service 'api' is public, and AWS may stop all its spot"
                + " tasks within two minutes",
            "warning environments/sound.yaml:8:52 production-zones production runs in 2 zones; with"
                + " one lost, half of it is gone");
  }

  @Test
  void asksNothingOfOtherTiers() {
    assertThat(found("tier: staging\ndatabases: { main: { multiZone: false } }")).isEmpty();
  }
}
