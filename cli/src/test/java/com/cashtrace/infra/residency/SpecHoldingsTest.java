package com.cashtrace.infra.residency;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Overlays;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.Source;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.document.YamlReader;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.EnvironmentBinder;
import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.schema.SpecSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecHoldingsTest {

  private static final String SPEC =
      """
      specVersion: 1
      tier: development
      account:
        id: "111122223333"
        roles: { plan: infra-plan, apply: infra-apply, breakGlass: infra-break-glass }
      state: { bucket: some-tfstate, key: dev/terraform.tfstate }
      dns: { domain: dev.cashtrace.ng, zoneId: Z0123456789ABC }
      place: { provider: aws, region: REGION, zones: [ZONES] }
      residency: { profiles: [african-regions] }
      network: { cidr: 10.20.0.0/16 }
      tags: { owner: platform, cost-centre: cc-101 }
      services:
        api:
          image: cashtrace/api
          version: 1.0.0
          listen: { port: 3000, host: api.dev.cashtrace.ng, public: true }
          handles: [personal]
      databases: { main: { data: [personal, financial], replicas: 1 } }
      caches: { sessions: { data: [personal], replicas: 1 } }
      buckets: { documents: { data: [personal], retention: 7y } }
      secrets: { paystack: { rotation: { every: 90d } } }
      thirdParties:
        mail: { processor: Mailer, purpose: sends mail, data: [personal], country: ZA, agreement: A1 }
      """;

  private final Places places = Places.read(Resources.packaged());
  private final SpecSchema schema = new SpecSchema(Resources.packaged());

  @Test
  void saysOfEveryComponentWhereItsDataIs() {
    for (String name : List.of("development", "staging", "production")) {
      Environment environment = reference(name);
      Set<String> told =
          SpecHoldings.of(environment, places).stream()
              .map(holding -> Objects.requireNonNull(holding.subject().component()))
              .collect(Collectors.toSet());
      assertThat(told)
          .containsAll(
              environment.components().stream()
                  .map(Component::identity)
                  .map(identity -> identity.reference().toString())
                  .toList());
    }
  }

  @Test
  void declaresStoresCopiesBackupsKeysAndLogs() {
    assertThat(of("databases.main", capeTown()))
        .containsExactlyInAnyOrder(
            "at-rest placement af-south-1 (ZA)",
            "at-rest copy af-south-1 (ZA)",
            "at-rest copy af-south-1 (ZA)",
            "backup copy af-south-1 (ZA)",
            "key placement af-south-1 (ZA)",
            "log placement af-south-1 (ZA)");
    assertThat(of("services.api", capeTown()))
        .containsExactlyInAnyOrder(
            "compute placement af-south-1 (ZA)",
            "log placement af-south-1 (ZA)",
            "key placement af-south-1 (ZA)");
    assertThat(of("thirdParties.mail", capeTown()))
        .containsExactly("at-rest destination Mailer (ZA)");
  }

  @Test
  void hasTheClassesThatTheSpecGives() {
    Holding store =
        SpecHoldings.of(capeTown(), places).stream()
            .filter(holding -> holding.subject().name().equals("databases.main"))
            .findFirst()
            .orElseThrow();
    assertThat(store.classes()).containsExactly(DataClass.PERSONAL, DataClass.FINANCIAL);
    assertThat(store.recipient()).isEqualTo("Amazon Web Services");
    assertThat(Objects.requireNonNull(store.subject().location()).line()).isEqualTo(18);
  }

  @Test
  void letsTheZoneDecideTheCountryOfWhatRunsInIt() {
    Environment lagos = bind("af-south-1", "af-south-1a, af-south-1-los-1a", "");

    assertThat(of("services.api", lagos))
        .containsExactlyInAnyOrder(
            "compute placement af-south-1 (ZA)",
            "compute placement af-south-1-los-1a (NG)",
            "log placement af-south-1 (ZA)",
            "key placement af-south-1 (ZA)");
  }

  @Test
  void doesNotGuessAtAZoneThatNobodyKnows() {
    Environment strange = bind("af-south-1", "af-south-1a, af-south-1-abc-1a", "");

    assertThat(SpecHoldings.of(strange, places))
        .filteredOn(holding -> holding.subject().name().equals("services.api"))
        .filteredOn(holding -> holding.where() instanceof Unknown)
        .hasSize(1);
  }

  @Test
  void takesTheRegionOfAThirdPartyOnlyIfItIsInTheCountry() {
    String region = "thirdParties: { mail: { region: af-south-1 } }";
    String wrong = "thirdParties: { mail: { region: eu-west-1 } }";
    String strange = "thirdParties: { mail: { region: mars-1 } }";

    assertThat(of("thirdParties.mail", bind(region)))
        .containsExactly("at-rest destination af-south-1 (ZA)");
    assertThat(of("thirdParties.mail", bind(wrong)))
        .containsExactly("at-rest destination unknown ('eu-west-1' is in IE, not ZA)");
    assertThat(of("thirdParties.mail", bind(strange)))
        .containsExactly("at-rest destination unknown ('mars-1' is no known place)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2027-01-01", "2030-01-01"})
  void findsNothingInTheReferenceEnvironmentsOnAnyDay(LocalDate day) {
    for (String name : List.of("development", "staging", "production")) {
      assertThat(judged(reference(name), day, "african-regions").problems()).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2027-01-01"})
  void findsTheBooksOfTheReferenceEnvironmentsUnclearIfTheCircularApplied(LocalDate day) {
    Verdict verdict = judged(reference("production"), day, "ng-payments");

    assertThat(verdict.exposure()).isEqualTo(Exposure.UNCLEAR);
    assertThat(verdict.problems())
        .extracting(Problem::code)
        .containsOnly("approved-places-payments-books");
  }

  @Test
  void findsPaymentDataOfASpecUpcomingAndThenAViolation() {
    Environment payments = bind("databases: { main: { data: [payment] } }");
    LocalDate binding = LocalDate.of(2027, 1, 1);

    assertThat(judged(payments, binding.minusDays(1), "ng-payments").findings())
        .filteredOn(finding -> finding.rule().equals("approved-places-payments"))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.exposure()).isEqualTo(Exposure.UPCOMING));
    assertThat(judged(payments, binding, "ng-payments").findings())
        .filteredOn(finding -> finding.rule().equals("approved-places-payments"))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.exposure()).isEqualTo(Exposure.VIOLATION));
  }

  @Test
  void tellsAForeignRegionAtItsLineAndNotOnceForEachComponent() {
    Environment ireland = bind("eu-west-1", "eu-west-1a, eu-west-1b", "");

    List<Problem> problems =
        judged(ireland, LocalDate.of(2026, 11, 22), "african-regions").problems();

    assertThat(problems.stream().map(p -> p.code() + " " + p.location()))
        .containsOnly(
            "approved-places-african spec.yaml:8:33",
            "approved-places-african spec.yaml:18:14",
            "transfer-not-recorded spec.yaml:9:1",
            "transfer-not-recorded spec.yaml:23:3");
  }

  private Verdict judged(Environment environment, LocalDate day, String profile) {
    return new Judge(Profiles.read(Resources.packaged(), null))
        .judge(
            SpecHoldings.of(environment, places), Register.of(environment), day, List.of(profile));
  }

  private List<String> of(String component, Environment environment) {
    return SpecHoldings.of(environment, places).stream()
        .filter(holding -> component.equals(holding.subject().component()))
        .map(
            h ->
                h.aspect().word()
                    + " "
                    + h.role().name().toLowerCase(Locale.ROOT)
                    + " "
                    + h.where())
        .toList();
  }

  private Environment reference(String name) {
    Document document = new SpecFolder(GeneratedFile.repository()).load(name).value().orElseThrow();
    assertThat(schema.checkEnvironment(document)).isEmpty();
    return EnvironmentBinder.bind(schema.withDefaults(document));
  }

  private Environment capeTown() {
    return bind("");
  }

  private Environment bind(String over) {
    return bind("af-south-1", "af-south-1a, af-south-1b", over);
  }

  private Environment bind(String region, String zones, String over) {
    String text = SPEC.replace("REGION", region).replace("ZONES", zones);
    var spec = YamlReader.readMap(new Source("spec.yaml", text)).value().orElseThrow();
    List<MapNode> layers = new ArrayList<>(List.of(spec));
    if (!over.isEmpty()) {
      layers.add(YamlReader.readMap(new Source("over.yaml", over)).value().orElseThrow());
    }
    List<Problem> problems = new ArrayList<>();
    var root = Overlays.fold(layers, problems);
    Document document = new Document("dev", "spec.yaml", List.of("spec.yaml"), root);
    assertThat(problems).isEmpty();
    assertThat(schema.checkEnvironment(document)).isEmpty();
    return EnvironmentBinder.bind(schema.withDefaults(document));
  }
}
