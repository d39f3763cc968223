package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.report.ResidencyOscal;
import com.cashtrace.infra.report.ResidencyReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the assessment results against NIST's own schema, which the build unpacks. */
class ResidencyOscalTest {

  private static final LocalDate BEFORE = LocalDate.of(2026, 11, 22);
  private static final LocalDate BINDING = LocalDate.of(2027, 1, 1);
  private static final Path SCHEMA =
      GeneratedFile.repository().resolve("cli/target/oscal/schema/json/oscal-ar_schema.json");

  static Stream<ResidencyReport> reports() throws IOException {
    return Stream.of(
        ResidencyReportTest.reference("production", BEFORE),
        ResidencyReportTest.reference("production", BINDING),
        ResidencyReportFromTest.report(ResidencyReportFromTest.PLAN_OURS, null),
        ResidencyReportFromTest.report(ResidencyReportFromTest.PLAN_FOREIGN, null),
        ResidencyReportFromTest.report(ResidencyReportFromTest.STATE_OURS, null),
        ResidencyReportFromTest.report(ResidencyReportFromTest.STATE_FOREIGN, "ledger"),
        ResidencyCases.shop(BEFORE),
        ResidencyCases.shop(BINDING),
        ResidencyCases.hostile(BEFORE));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void writesWhatTheSchemaOfNistDescribes(ResidencyReport report) throws IOException {
    String text = written(report);

    assertThat(schema().validate(new ObjectMapper().readTree(text))).as("%s", text).isEmpty();
    assertThat(written(report)).as("a second time").isEqualTo(text);
    assertThat(text).doesNotContain("\u001b");
    for (String markup : List.of("title", "description", "statement", "text", "remarks")) {
      assertThat(new ObjectMapper().readTree(text).findValuesAsText(markup))
          .allSatisfy(value -> assertThat(value).doesNotContain("<img", "[b](http"));
    }
  }

  @Test
  void wouldNoticeWhatTheSchemaDoesNotDescribe() throws IOException {
    JsonNode good = tree(ResidencyCases.shop(BEFORE));
    for (String path :
        List.of("", "/metadata", "/results/0", "/results/0/findings/0", "/results/0/risks/0")) {
      JsonNode odd = good.deepCopy();
      ((ObjectNode) odd.at("/assessment-results" + path)).put("surprise", 1);
      assertThat(schema().validate(odd)).as(path).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void refersOnlyToWhatIsThere(ResidencyReport report) throws IOException {
    JsonNode tree = tree(report);
    List<String> uuids = tree.findValuesAsText("uuid");

    assertThat(uuids).doesNotHaveDuplicates();
    Set<String> used = new TreeSet<>();
    for (String key : List.of("subject-uuid", "observation-uuid", "risk-uuid")) {
      used.addAll(tree.findValuesAsText(key));
    }
    tree.findValuesAsText("href").stream()
        .filter(each -> each.startsWith("#"))
        .forEach(each -> used.add(each.substring(1)));
    assertThat(uuids).containsAll(used);
  }

  @Test
  void tellsEachRuleWithItsLawAndEachDepartureAsARisk() throws IOException {
    JsonNode result = tree(ResidencyCases.shop(BEFORE)).at("/assessment-results/results/0");

    assertThat(found(result, "approved-places-african"))
        .as("its violation is waived")
        .isEqualTo("not-satisfied other");
    assertThat(found(result, "approved-places-payments")).isEqualTo("satisfied other");
    assertThat(found(result, "transfer-not-recorded")).isEqualTo("not-satisfied fail");
    assertThat(found(result, "place-unknown")).isEqualTo("not-satisfied fail");
    assertThat(result.path("findings"))
        .anySatisfy(
            finding -> assertThat(prop(finding, "citation")).contains("PSS/DIR/PUB/CIR/001/004"));
    assertThat(result.path("risks"))
        .anySatisfy(
            risk -> {
              assertThat(risk.path("status").asText()).isEqualTo("deviation-approved");
              assertThat(prop(risk, "waiver")).isEqualTo("old-copies");
              assertThat(prop(risk, "waiver-last-day")).isEqualTo("2027-03-31");
            })
        .anySatisfy(
            risk ->
                assertThat(risk.path("deadline").asText()).isEqualTo("2027-01-01T00:00:00+01:00"));
    JsonNode binding = tree(ResidencyCases.shop(BINDING)).at("/assessment-results/results/0");
    assertThat(found(binding, "approved-places-payments")).isEqualTo("not-satisfied fail");
  }

  @Test
  void isSatisfiedWithTheReferenceAndCarriesItsDigests() throws IOException {
    ResidencyReport report = ResidencyReportFromTest.report("state-ours", null);
    JsonNode tree = tree(report);

    assertThat(tree.at("/assessment-results/results/0/findings"))
        .allSatisfy(
            finding ->
                assertThat(finding.at("/target/status/state").asText()).isEqualTo("satisfied"));
    assertThat(tree.findValuesAsText("value"))
        .contains(
            String.valueOf(report.chapters().get(0).evidence().specSha256()),
            ResidencyReportFromTest.digest("state-ours"));
  }

  @Test
  void saysWithAnotherIdentityWhatIsAnotherReport() throws IOException {
    String one = tree(ResidencyCases.shop(BEFORE)).at("/assessment-results/uuid").asText();
    String other = tree(ResidencyCases.shop(BINDING)).at("/assessment-results/uuid").asText();

    assertThat(one).isNotEqualTo(other).hasSize(36);
    assertThat(one.charAt(14)).isEqualTo('5');
  }

  /** What the finding of a rule says. */
  private static String found(JsonNode result, String rule) {
    List<String> states = new ArrayList<>();
    for (JsonNode finding : result.path("findings")) {
      if (finding.at("/target/target-id").asText().equals(rule)) {
        JsonNode status = finding.at("/target/status");
        states.add(status.path("state").asText() + " " + status.path("reason").asText());
      }
    }
    assertThat(states).as(rule).hasSize(1);
    return states.get(0);
  }

  private static String prop(JsonNode node, String name) {
    return StreamSupport.stream(node.path("props").spliterator(), false)
        .filter(each -> each.path("name").asText().equals(name))
        .map(each -> each.path("value").asText())
        .findFirst()
        .orElse("");
  }

  private static JsonNode tree(ResidencyReport report) throws IOException {
    return new ObjectMapper().readTree(written(report));
  }

  private static String written(ResidencyReport report) throws IOException {
    return ResidencyReportTest.written(new ResidencyOscal(), report);
  }

  private static Schema schema() throws IOException {
    assertThat(SCHEMA).as("mvn process-test-resources unpacks it").exists();
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(new ObjectMapper().readTree(Files.readString(SCHEMA)));
  }
}
