package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a service gets from the components that it uses. */
class WiringTest {

  @Test
  void tellsOfADatabaseAndItsReaders() {
    Map<String, Object> view = wired("databases: { main: { replicas: 1, data: [personal] } }");
    assertThat(print(view, "environment_variables"))
        .isEqualTo(
            """
            {
            LOG_LEVEL = "info"
            X_HOST = module.databases_main.address
            X_NAME = module.databases_main.database_name
            X_PORT = module.databases_main.port
            X_READ_HOSTS = join(",", module.databases_main.reader_addresses)
            X_USERNAME = module.databases_main.username
            }""");
    assertThat(print(view, "secrets"))
        .isEqualTo("{\nX_PASSWORD = \"${module.databases_main.secret_arn}:password::\"\n}");
    assertThat(print(view, "secret_arns")).isEqualTo("[module.databases_main.secret_arn]");
    assertThat(print(view, "kms_key_arns")).isEqualTo("[module.encryption.key_arns[\"secrets\"]]");
    assertThat(print(view, "connections"))
        .isEqualTo(
            """
            {
            "databases.main" = {
            port = module.databases_main.port
            security_group_id = module.databases_main.security_group_id
            }
            }""");
  }

  @Test
  void tellsNothingOfReadersWhereThereAreNone() {
    Map<String, Object> view = wired("databases: { main: { data: [personal] } }");
    assertThat(print(view, "environment_variables")).doesNotContain("READ_HOSTS");
  }

  @Test
  void tellsOfACache() {
    Map<String, Object> view = wired("caches: { sessions: { data: [personal] } }");
    assertThat(print(view, "environment_variables"))
        .contains(
            "X_HOST = module.caches_sessions.configuration_endpoint\n",
            "X_PORT = module.caches_sessions.port\n",
            "X_TLS = \"true\"\n");
    assertThat(print(view, "connections")).contains("\"caches.sessions\" = {");
    assertThat(print(view, "kms_key_arns")).isEqualTo("[]");
  }

  @Test
  void givesRightsOnABucketAndItsKey() {
    Map<String, Object> view = wired("buckets: { docs: { data: [personal], retention: 1y } }");
    assertThat(print(view, "environment_variables"))
        .contains("X_BUCKET = module.buckets_docs.name\n", "X_REGION = \"af-south-1\"\n");
    assertThat(print(view, "buckets"))
        .isEqualTo(
            """
            {
            "buckets.docs" = {
            arn = module.buckets_docs.arn
            kms_key_arn = module.buckets_docs.kms_key_arn
            }
            }""");
    assertThat(print(view, "connections")).isEqualTo("{}");
  }

  @Test
  void handsOverASecretUnderItsName() {
    Map<String, Object> view = wired("secrets: { paystack: {} }");
    assertThat(print(view, "secrets")).isEqualTo("{\nX = module.secrets_paystack.arn\n}");
    assertThat(print(view, "environment_variables")).isEqualTo("{\nLOG_LEVEL = \"info\"\n}");
  }

  @Test
  void connectsToAnotherService() {
    Environment environment =
        SampleEnvironments.with(
            """
            services:
              api: { image: a/b, version: 1.0.0, handles: [public], uses: { services.ledger: LEDGER } }
              ledger: { image: a/b, version: 1.0.0, handles: [public], listen: { port: 4000 } }
            """);
    Map<String, Object> view = view(environment);
    assertThat(print(view, "environment_variables"))
        .isEqualTo("{\nLEDGER_URL = \"http://ledger:4000\"\n}");
    assertThat(print(view, "connections"))
        .contains("\"services.ledger\" = {\nport = 4000\n")
        .contains("security_group_id = module.services_ledger.security_group_id\n");
  }

  private static Map<String, Object> wired(String used) {
    String kind = used.substring(0, used.indexOf(':'));
    String key = used.replaceAll("^\\w+: \\{ (\\w+):.*", "$1");
    return view(
        SampleEnvironments.with(
            """
            services:
              api:
                image: a/b
                version: 1.0.0
                handles: [public]
                env: { LOG_LEVEL: info }
                uses: { %s.%s: X }
            %s
            """
                .formatted(kind, key, used)));
  }

  private static Map<String, Object> view(Environment environment) {
    return new ServiceView(environment, Map.of()).of(environment.services().get("api"));
  }

  private static String print(Map<String, Object> view, String name) {
    assertThat(view).containsKey(name);
    return HclValue.print(view.getOrDefault(name, List.of()));
  }
}
