package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables of containers: each set once, none of them a secret. */
class VariableRulesTest {

  @Test
  void rejectsAVariableThatEnvAndAUseBothGive() {
    assertThat(
            found(
                """
                services:
                  api:
                    env: { DATABASE_HOST: localhost }
                """))
        .containsExactly(
            "environments/sound.yaml:18:29 variable-duplicate service 'api' gets the variable"
                + " 'DATABASE_HOST' from 'databases.main' and from env");
  }

  @Test
  void rejectsAVariableThatTwoUsesGive() {
    assertThat(found("services:\n  worker:\n    uses: { databases.main: X, caches.sessions: X }"))
        .containsExactly(
            "3:49 variable-duplicate service 'worker' gets the variable 'X_HOST' from"
                + " 'caches.sessions' and from 'databases.main'");
    assertThat(
            found(
                "services:\n  worker:\n    uses: { services.ledger: X, secrets.paystack: X_URL }"))
        .singleElement()
        .asString()
        .contains("'X_URL'");
  }

  @Test
  void countsTheHostsOfReplicasOnlyWhereThereAreReplicas() {
    String env = "services: { api: { env: { DATABASE_READ_HOSTS: a } } }\n";
    assertThat(found(env)).isEmpty();
    assertThat(found(env + "databases: { main: { replicas: 1 } }"))
        .singleElement()
        .asString()
        .contains("'DATABASE_READ_HOSTS'");
  }

  @Test
  void takesTheSamePrefixWhereNoVariableIsTheSame() {
    assertThat(
            found("services: { worker: { uses: { buckets.documents: X, secrets.paystack: X } } }"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSWORD",
        "DB_PASSWORD",
        "API_KEY",
        "apikey",
        "STRIPE_SECRET",
        "SMTP_PASSWD",
        "AUTH_TOKEN",
        "PRIVATE_KEY",
        "AWS_SECRET_ACCESS_KEY",
        "SESSION_KEY",
        "TOKENS",
        "PASSWORD_2",
        "KEY_PASSPHRASE"
      })
  void rejectsAVariableThatIsASecretByItsName(String name) {
    assertThat(found("services: { api: { env: { " + name + ": swordfish } } }"))
        .singleElement()
        .asString()
        .contains(
            "secret-in-env the variable '" + name + "' of service 'api' is a secret by its name")
        .doesNotContain("swordfish");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSWORD_MIN_LENGTH: eight",
        "TOKEN_URL: https://x.ng/token",
        "SECRET_NAME: dev/paystack",
        "API_KEY_HEADER: X-Api-Key",
        "KEYBOARD: de",
        "MONKEY: capuchin",
        "LOG_LEVEL: info",
        "TOKEN: \"\"",
        "SECRET: \"false\"",
        "SESSION_KEY: \"3600\"",
        "ACCESS_TOKEN: 15m",
        "URL: https://api.cashtrace.ng:8443/a@b",
        "PUBLIC_KEY: MIIB"
      })
  void takesVariablesThatOnlySoundLikeIt(String entry) {
    assertThat(found("services: { api: { env: { " + entry + " } } }")).isEmpty();
  }

  /** Put together here, so that no scanner takes this file for one with secrets in it. */
  static final List<String> VALUES =
      List.of(
          "AKIA" + "IOSFODNN7EXAMPLE",
          "-----BEGIN RSA PRIVATE" + " KEY-----",
          "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkw" + "." + "c2ln",
          "ghp_" + "a".repeat(36),
          "xoxb-" + "1234567890-abcdef",
          "sk_live_" + "0123456789abcdef0123",
          "FLWSECK_TEST-" + "0123456789abcdef0123",
          "postgres://app:" + "swordfish@db:5432/main");

  @Test
  void rejectsAValueThatLooksLikeASecretWhateverItsName() {
    for (String value : VALUES) {
      List<String> problems = found("services: { api: { env: { SETTING: \"x " + value + "\" } } }");
      assertThat(problems)
          .as(value)
          .containsExactly(
              "1:36 secret-in-env the variable 'SETTING' of service 'api' holds what looks like a"
                  + " secret");
    }
  }

  @Test
  void rejectsASecretAmongArguments() {
    assertThat(
            found(
                """
                services:
                  worker:
                    command: [node, --db=%s]
                    health: { command: [curl, "%s"] }
                """
                    .formatted(VALUES.get(7), VALUES.get(5))))
        .containsExactly(
            "3:21 secret-in-env an argument of service 'worker' holds what looks like a secret",
            "4:31 secret-in-env an argument of service 'worker' holds what looks like a secret");
  }

  @Test
  void showsNeitherTheValueNorItsLine() {
    var problems =
        new SecretInEnvRule()
            .check(Specs.with("services: { api: { env: { PASSWORD: swordfish } } }"));
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).doesNotContain("swordfish");
              assertThat(problem.location().excerpt()).isNull();
            });
  }
}
