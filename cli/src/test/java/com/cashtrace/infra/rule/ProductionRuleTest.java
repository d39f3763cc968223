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
      audit: { lock: compliance }
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
            "8:16 production-multi-zone database 'main' of production has no standby in another"
                + " zone",
            "9:25 production-deletion-protection database 'main' of production can be deleted by"
                + " mistake",
            "10:27 production-backups database 'main' of production keeps backups for '29d', less"
                + " than 30d",
            "12:25 production-failover cache 'sessions' of production has no replica to fail over"
                + " to");
  }

  @Test
  void asksForASecondPairOfEyes() {
    assertThat(found(GOOD.replace("[infra-approve]", "[]")))
        .containsExactly(
            "2:30 production-approvers nobody but the planner may approve a plan of production");
  }

  @Test
  void asksForRecordsThatNobodyCanDelete() {
    String message =
        "production-audit-lock records of production's audit trail can be deleted before their"
            + " time";
    assertThat(found(GOOD.replace("compliance", "governance"))).containsExactly("3:16 " + message);
    assertThat(found(GOOD.replace("audit: { lock: compliance }", "audit: { retention: 7y }")))
        .containsExactly("3:1 " + message);
  }

  @Test
  void warnsOfWhatIsFrail() {
    assertThat(
            found(
                """
                tier: production
                account: { roles: { approve: [infra-approve] } }
                audit: { lock: compliance }
                network: { egress: single }
                services: { api: { capacity: spot } }
                """))
        .containsExactly(
            "warning 4:20 production-egress production reaches the internet through one zone only",
            "warning 5:13 production-single-task service 'api' is public and may run as a single"
                + " task",
            "warning 5:30 production-spot service 'api' is public, and AWS may stop all its spot"
                + " tasks within two minutes",
            "warning environments/sound.yaml:8:52 production-zones production runs in 2 zones; with"
                + " one lost, half of it is gone");
  }

  @Test
  void asksNothingOfOtherTiers() {
    assertThat(found("tier: staging\ndatabases: { main: { multiZone: false } }")).isEmpty();
  }
}
