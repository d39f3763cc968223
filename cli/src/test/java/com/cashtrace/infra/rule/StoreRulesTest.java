package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases, caches, secrets and tags. */
class StoreRulesTest {

  @Test
  void rejectsAVersionThatRdsDoesNotHave() {
    assertThat(found("databases: { main: { version: \"12\" } }"))
        .containsExactly("1:31 database-version RDS has no version '12' for database 'main'");
    assertThat(found("databases: { main: { version: \"17.4\" } }")).isEmpty();
  }

  @Test
  void rejectsAKeyThatPostgresKeepsToItself() {
    assertThat(found("databases:\n  user: { data: [personal] }"))
        .singleElement()
        .asString()
        .startsWith("2:3 database-reserved 'user' is a word that PostgreSQL keeps to itself");
  }

  @ParameterizedTest
  @CsvSource({"100GiB, 109GiB, 110GiB", "50GiB, 54GiB, 55GiB", "25GiB, 27GiB, 28GiB"})
  void wantsTheLimitTenPercentAboveTheStorage(String storage, String low, String enough) {
    String over = "databases: { main: { storage: " + storage + ", storageLimit: %s } }";
    assertThat(found(over.formatted(low)))
        .singleElement()
        .asString()
        .contains("storage-limit the storageLimit '" + low + "' of database 'main'");
    assertThat(new DatabaseRule(Specs.CATALOG.engines()).check(Specs.with(over.formatted(low))))
        .extracting(Problem::hint)
        .containsExactly("RDS wants " + enough + " or more, or no limit");
    assertThat(found(over.formatted(enough))).isEmpty();
  }

  @Test
  void rejectsRedisWithTheDefaultVersionWhichIsThatOfValkey() {
    assertThat(found("caches:\n  sessions:\n    engine: redis"))
        .containsExactly(
            "3:13 cache-version redis has no version '8.0' at ElastiCache, which cache 'sessions'"
                + " asks for by default");
    assertThat(found("caches: { sessions: { engine: redis, version: \"7.1\" } }")).isEmpty();
  }

  @Test
  void rejectsMoreNodesThanAClusterMayHave() {
    assertThat(found("caches: { sessions: { shards: 31, replicas: 2 } }"))
        .containsExactly(
            "1:31 cache-nodes cache 'sessions' has 93 nodes, and ElastiCache allows 90");
    assertThat(found("caches: { sessions: { shards: 30, replicas: 2 } }")).isEmpty();
  }

  private static final String FUNCTION = "arn:aws:lambda:af-south-1:111122223333:function:rotate";

  @Test
  void takesAFunctionThatRotates() {
    assertThat(found(rotation("remindOnly: false, function: \"" + FUNCTION + "\""))).isEmpty();
  }

  @Test
  void rejectsARotationByNobody() {
    assertThat(found(rotation("remindOnly: false")))
        .containsExactly(
            "1:24 rotation-function secret 'paystack' is to rotate by itself and names no function");
  }

  @Test
  void rejectsAFunctionThatNeverRuns() {
    assertThat(found(rotation("function: \"" + FUNCTION + "\"")))
        .containsExactly(
            "1:46 rotation-function secret 'paystack' has a function that remindOnly keeps from"
                + " running");
  }

  @Test
  void rejectsAFunctionOfAnotherRegion() {
    String elsewhere = FUNCTION.replace("af-south-1", "eu-west-1");
    assertThat(found(rotation("remindOnly: false, function: \"" + elsewhere + "\"")))
        .containsExactly(
            "1:65 rotation-function the function of secret 'paystack' is in 'eu-west-1', the secret"
                + " in 'af-south-1'");
  }

  private static String rotation(String more) {
    return "secrets: { paystack: { rotation: { " + more + " } } }";
  }

  @Test
  void warnsOfANameThatLooksLikeAPartOfAnArn() {
    assertThat(found("secrets: { paystack: { name: dev/smtp-passwd } }"))
        .containsExactly(
            "warning 1:30 secret-name-suffix the name 'dev/smtp-passwd' of secret 'paystack' ends"
                + " like the six characters that AWS adds to ARNs");
  }

  @Test
  void rejectsTagsThatIamHoldsForTheSame() {
    assertThat(found("tags: { Owner: a, Tier: b, NAME: c }"))
        .containsExactly(
            "1:19 tag-clash the tag 'Tier' is 'tier' to IAM, which this program sets",
            "1:28 tag-clash the tag 'NAME' is 'Name' to IAM, which this program sets",
            "environments/sound.yaml:11:9 tag-clash the tag 'owner' is 'Owner' to IAM, which this"
                + " spec sets");
  }

  @Test
  void rejectsMoreTagsThanFit() {
    StringBuilder over = new StringBuilder("tags:\n");
    for (int i = 0; i < 43; i++) {
      over.append("  t").append(i).append(": x\n");
    }
    assertThat(found(over.toString()))
        .containsExactly("1:1 tags-many 45 tags are more than fit beside the 6 of ours");
    assertThat(found(over.toString().replace("  t0: x\n", ""))).isEmpty();
  }
}
