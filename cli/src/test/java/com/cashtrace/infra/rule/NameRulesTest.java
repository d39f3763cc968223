package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names at AWS: their limits, and that no two are the same. */
class NameRulesTest {

  private static final String LONG = "a-very-long-key-for-one-service";

  @Test
  void rejectsADerivedNameAtItsKeyAndTellsTheRoomThatIsLeft() {
    String over =
        "services:\n  "
            + LONG
            + ": { image: x/y, version: 1.0.0, handles: [public], listen:"
            + " { port: 80, host: a.dev.cashtrace.ng, public: true } }";
    assertThat(found(over))
        .containsExactly(
            "2:3 aws-name service '"
                + LONG
                + "': the name 'dev-"
                + LONG
                + "' of the target group"
                + " has 35 characters, and AWS allows 32");
    assertThat(new NameRule(Specs.CATALOG.names()).check(Specs.with(over)))
        .extracting(Problem::hint)
        .containsExactly(
            "shorten the key, or give services."
                + LONG
                + ".name a name of at most 32 letters,"
                + " digits and hyphens, no hyphen at either end");
  }

  @Test
  void takesTheSameKeyWhereNothingNarrowGetsTheName() {
    String over =
        "services: { "
            + LONG
            + ": { image: x/y, version: 1.0.0, handles: [public], listen:"
            + " { port: 80 } } }";
    assertThat(found(over)).isEmpty();
  }

  @Test
  void leavesRoomForTheSecondTargetGroupOfBlueGreen() {
    String over =
        """
        services:
          api:
            name: production-api-of-cashtrace
            uses: { services.ledger: null }
            rollout: { strategy: blue-green }
        """;
    assertThat(found(over))
        .containsExactly(
            "3:11 aws-name service 'api': the name 'production-api-of-cashtrace-green' of the"
                + " target group has 33 characters, and AWS allows 32");
  }

  @Test
  void rejectsANameThatTheModuleOfServicesRefuses() {
    for (String name : List.of("the_ledger", "the--ledger", "ledger-")) {
      assertThat(found("services: { ledger: { name: " + name + " } }"))
          .containsExactly(
              "1:29 aws-name service 'ledger': the name '"
                  + name
                  + "' of the ECS service has other characters or another order than allowed");
    }
  }

  @Test
  void rejectsCharactersThatAwsRefusesAtTheNameThatWasGiven() {
    assertThat(found("databases: { main: { name: Main_DB } }"))
        .containsExactly(
            "1:28 aws-name database 'main': the name 'Main_DB' of the database instance has other"
                + " characters or another order than allowed");
    assertThat(found("buckets: { documents: { name: ab } }"))
        .containsExactly(
            "1:31 aws-name bucket 'documents': the name 'ab' of the S3 bucket has 2 characters, and"
                + " AWS wants 3");
  }

  @Test
  void holdsANameAgainstTheTightestOfAllThatFollowFromIt() {
    String name = "a".repeat(53);
    assertThat(found("databases: { main: { replicas: 1, name: " + name + " } }")).isEmpty();
    assertThat(found("services: { api: { name: " + "b".repeat(60) + " } }"))
        .singleElement()
        .asString()
        .endsWith("of the target group has 60 characters, and AWS allows 32");
    assertThat(found("databases: { main: { name: a" + name + " } }"))
        .containsExactly(
            "1:28 aws-name database 'main': the name 'a"
                + name
                + "-monitoring' of the IAM role has 65 characters, and AWS allows 64");
  }

  @Test
  void rejectsAnEnvironmentWhoseNameMakesANameThatAwsKeepsToItself() {
    assertThat(found(Specs.named("internal-tools", "")))
        .containsExactly(
            "environments/sound.yaml:1:1 aws-name the environment's name: the name 'internal-tools'"
                + " of the load balancer has other characters or another order than allowed");
  }

  @Test
  void rejectsTwoComponentsWithOneName() {
    assertThat(found("services: { worker: { name: dev-ledger } }"))
        .containsExactly(
            "1:29 name-duplicate service 'ledger' and service 'worker' both get the ECS service"
                + " 'dev-ledger'");
  }

  @Test
  void rejectsANameThatIsThatOfAReplica() {
    assertThat(
            found(
                """
                databases:
                  main: { replicas: 1 }
                  copy: { name: dev-main-replica-1, data: [personal] }
                """))
        .containsExactly(
            "3:17 name-duplicate database 'main' and database 'copy' both get the database instance"
                + " 'dev-main-replica-1'");
  }

  @Test
  void takesOneNameForThingsOfDifferentKinds() {
    assertThat(found("caches: { main: { data: [personal] } }")).isEmpty();
  }

  @Test
  void rejectsABucketThatIsTheOneOfTheState() {
    assertThat(found("buckets: { documents: { name: some-tfstate } }"))
        .containsExactly(
            "1:31 name-duplicate bucket 'documents' is the bucket that holds Terraform's state");
  }
}
