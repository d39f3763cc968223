package com.cashtrace.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.schema.SpecSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentBinderTest {

  private static final String MINIMAL =
      """
      specVersion: 1
      tier: development
      account:
        id: "111122223333"
        roles: { plan: p, apply: a, breakGlass: b }
      state: { bucket: some-state, key: dev/terraform.tfstate }
      dns: { domain: dev.cashtrace.ng, zoneId: Z1 }
      place: { provider: aws, region: af-south-1, zones: [af-south-1a, af-south-1b] }
      residency: { profiles: [african-regions] }
      network: { cidr: 10.0.0.0/16 }
      tags: { owner: o, cost-centre: c }
      """;

  @Test
  void fillsEveryDefaultOfTheSchema() {
    Environment dev =
        bind("services: { api: { image: x/api, version: 1.0.0, handles: [personal] } }");

    assertThat(dev.state())
        .isEqualTo(new State("some-state", "dev/terraform.tfstate", Locks.BOTH, "terraform-locks"));
    assertThat(dev.plans()).isEqualTo(new Plans(new TimeSpan("24h", 86_400)));
    assertThat(dev.audit()).isEqualTo(new Audit(new TimeSpan("90d", 90 * 86_400), false));
    assertThat(dev.network().egress()).isEqualTo(Egress.PER_ZONE);
    assertThat(dev.databases()).isEmpty();
    Service api = dev.services().get("api");
    assertThat(api.cpu()).isEqualTo(256);
    assertThat(api.memory().mebibytes()).isEqualTo(512);
    assertThat(api.health().interval().seconds()).isEqualTo(15);
    assertThat(api.scaling().cpu()).isEqualTo(60);
    assertThat(api.rollout().strategy()).isEqualTo(Strategy.ROLLING);
    assertThat(api.logRetention().days()).isEqualTo(365);
    assertThat(api.listen()).isNull();
    assertThat(api.isPublic()).isFalse();
  }

  @Test
  void placesADefaultAtTheThingThatLacksIt() {
    Environment dev =
        bind("services:\n  api:\n    image: x/api\n    version: 1.0.0\n    handles: [personal]\n");

    assertThat(dev.document().locate(SpecPath.parse("services.api.scaling.target.cpu")))
        .hasToString("environments/dev.yaml:13:3");
  }

  @Test
  void derivesNamesAtAwsFromEnvironmentAndKey() {
    Environment dev =
        bind(
            """
            databases: { main: { data: [personal] } }
            buckets: { docs: { data: [personal], retention: 7y } }
            secrets: { key: {} }
            """);

    assertThat(dev.components().stream().map(Component::name))
        .containsExactly("dev-main", "dev-docs-111122223333", "dev/key");
    assertThat(dev.components().stream().map(Component::module))
        .containsExactly("databases_main", "buckets_docs", "secrets_key");
  }

  @Test
  void keepsTheNameAtAwsWhenAKeyIsRenamed() {
    Environment renamed = bind("databases: { ledger: { renamedFrom: main, data: [personal] } }");
    Environment named = bind("databases: { ledger: { name: old-db, data: [personal] } }");

    assertThat(renamed.databases().get("ledger").name()).isEqualTo("dev-main");
    assertThat(named.databases().get("ledger").name()).isEqualTo("old-db");
  }

  @Test
  void bindsTheReferenceEnvironments() {
    SpecFolder folder = new SpecFolder(GeneratedFile.repository());
    SpecSchema schema = new SpecSchema(Resources.packaged());

    assertThat(folder.environments())
        .allSatisfy(
            name -> {
              Document document = folder.load(name).value().orElseThrow();
              Environment environment = EnvironmentBinder.bind(schema.withDefaults(document));
              assertThat(environment.name()).isEqualTo(name);
              assertThat(environment.services()).isNotEmpty();
              assertThat(environment.components()).hasSizeGreaterThan(10);
            });
  }

  private static Environment bind(String more) {
    Source source = new Source("environments/dev.yaml", MINIMAL + more);
    MapNode root = YamlReader.readMap(source).value().orElseThrow();
    Document document = new Document("dev", source.name(), List.of(source.name()), root);
    SpecSchema schema = new SpecSchema(Resources.packaged());
    assertThat(schema.checkEnvironment(document)).isEmpty();
    return EnvironmentBinder.bind(schema.withDefaults(document));
  }
}
