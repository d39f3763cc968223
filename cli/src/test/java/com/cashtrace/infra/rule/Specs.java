package com.cashtrace.infra.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.catalog.Catalog;
import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Overlays;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.EnvironmentBinder;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.schema.SpecSchema;
import java.util.ArrayList;
import java.util.List;

/** Environments for tests: a sound one, and what a test lays over it. */
final class Specs {

  static final Catalog CATALOG = Catalog.read(Resources.packaged());
  static final SpecSchema SCHEMA = new SpecSchema(Resources.packaged());

  /** A sound environment with one component of each kind. */
  static final String SOUND =
      """
      specVersion: 1
      tier: development
      account:
        id: "111122223333"
        roles: { plan: infra-plan, apply: infra-apply, breakGlass: infra-break-glass }
      state: { bucket: some-tfstate, key: dev/terraform.tfstate }
      dns: { domain: dev.cashtrace.ng, zoneId: Z0123456789ABC }
      place: { provider: aws, region: af-south-1, zones: [af-south-1a, af-south-1b] }
      residency: { profiles: [african-regions] }
      network: { cidr: 10.20.0.0/16 }
      tags: { owner: platform, cost-centre: cc-101 }
      services:
        api:
          image: cashtrace/api
          version: 1.0.0
          listen: { port: 3000, host: api.dev.cashtrace.ng, public: true }
          handles: [personal]
          uses: { databases.main: DATABASE, services.ledger: LEDGER }
        ledger:
          image: cashtrace/ledger
          version: 1.0.0
          listen: { port: 4000 }
          handles: [personal]
        worker:
          image: cashtrace/api
          version: 1.0.0
          health: { command: [node, alive.js] }
          handles: [personal]
        digest:
          image: cashtrace/api
          version: 1.0.0
          schedule: cron(0 6 * * ? *)
          handles: [personal]
      databases: { main: { data: [personal] } }
      caches: { sessions: { data: [personal] } }
      buckets: { documents: { data: [personal], retention: 7y } }
      secrets: { paystack: { rotation: { every: 90d } } }
      """;

  private Specs() {}

  /** The sound environment called {@code dev} with something laid over it. */
  static Environment with(String over) {
    return named("dev", over);
  }

  /** The same under another name, whose file the overlay then is. */
  static Environment named(String name, String over) {
    List<Problem> problems = new ArrayList<>();
    MapNode sound = read("environments/sound.yaml", SOUND);
    String file = "environments/" + name + ".yaml";
    MapNode root =
        over.isBlank() ? sound : Overlays.fold(List.of(sound, read(file, over)), problems);
    assertThat(problems).isEmpty();
    return bind(new Document(name, file, List.of("environments/sound.yaml", file), root));
  }

  static Environment bind(Document document) {
    assertThat(SCHEMA.checkEnvironment(document)).isEmpty();
    return EnvironmentBinder.bind(SCHEMA.withDefaults(document));
  }

  static MapNode read(String file, String text) {
    var result = YamlReader.readMap(new Source(file, text));
    assertThat(result.problems()).isEmpty();
    return result.value().orElseThrow();
  }

  /** All problems of the single rules over the sound environment with an overlay. */
  static List<String> found(String over) {
    return found(with(over));
  }

  /** Each as {@code line:column code message}, the file left out if it is the overlay. */
  static List<String> found(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    Rules.all(CATALOG).single().forEach(rule -> problems.addAll(rule.check(environment)));
    return problems.stream().sorted().map(problem -> shown(problem, environment)).toList();
  }

  static String shown(Problem problem, Environment environment) {
    String place = String.valueOf(problem.location());
    String mark = problem.isError() ? "" : problem.severity().word() + " ";
    return mark
        + place.replace(environment.document().file() + ":", "")
        + " "
        + problem.code()
        + " "
        + problem.message();
  }
}
