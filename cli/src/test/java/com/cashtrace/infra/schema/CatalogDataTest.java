package com.cashtrace.infra.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The data in {@code schemas/catalog/} against their schemas, and against the schema of specs. */
class CatalogDataTest {

  private static final Resources RESOURCES = Resources.packaged();

  @ParameterizedTest
  @MethodSource("schemas")
  void keepsToItsSchema(String path) {
    String data = path.replace(".schema.json", ".yaml");
    List<Problem> problems =
        new SchemaCheck(SchemaBundle.parse(RESOURCES.read(path))).check(RESOURCES.yaml(data));
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"african-regions", "always", "ng-payments", "ng-sovereign", "ng-telecom", "none"})
  void keepsEveryProfileToTheSchemaOfProfiles(String name) {
    DataSchema schema = DataSchema.read(RESOURCES, "schemas/residency/profile.schema.json");
    assertThat(schema.check(RESOURCES.yaml("schemas/residency/" + name + ".yaml"))).isEmpty();
  }

  static List<String> schemas() {
    return SchemaParts.catalogSchemas();
  }

  @Test
  void hasAnInstanceClassForEverySizeOfTheSpec() {
    JsonNode sizes = catalog("sizes");
    assertThat(keys(sizes.path("databases"))).isEqualTo(allowed("database", "size"));
    assertThat(keys(sizes.path("caches"))).isEqualTo(allowed("cache", "size"));
  }

  @Test
  void hasTheMemoryThatGoesWithEveryCpuOfTheSpec() {
    Set<String> cpus = new HashSet<>();
    catalog("fargate").path("sizes").forEach(size -> cpus.add(size.path("cpu").asText()));
    assertThat(cpus).isEqualTo(allowed("service", "cpu"));
  }

  @Test
  void namesEveryZoneAfterItsRegion() {
    for (Map.Entry<String, JsonNode> region : catalog("regions").path("regions").properties()) {
      assertThat(region.getValue().path("zones"))
          .allSatisfy(zone -> assertThat(zone.asText()).matches(region.getKey() + "[a-z]"));
      assertThat(keys(region.getValue().path("localZones")))
          .allSatisfy(zone -> assertThat(zone).startsWith(region.getKey() + "-"));
    }
  }

  @Test
  void knowsThatLagosIsNotInTheCountryOfItsRegion() {
    JsonNode capeTown = catalog("regions").path("regions").path("af-south-1");
    assertThat(capeTown.path("country").asText()).isEqualTo("ZA");
    assertThat(capeTown.at("/localZones/af-south-1-los-1a/country").asText()).isEqualTo("NG");
  }

  @Test
  void hasALimitForEveryNameAndAUseForEveryLimit() {
    JsonNode limits = catalog("limits");
    Set<String> used = new HashSet<>();
    limits
        .path("names")
        .forEach(names -> names.forEach(name -> used.add(name.path("limit").asText())));
    assertThat(used).isEqualTo(keys(limits.path("limits")));
  }

  @Test
  void acceptsAndRefusesNamesAsAwsDoes() {
    assertThat(fits("bucket", "production-documents-444455556666")).isTrue();
    assertThat(fits("bucket", "documents-s3alias")).isFalse();
    assertThat(fits("bucket", "Documents")).isFalse();
    assertThat(fits("db-instance", "production-main")).isTrue();
    assertThat(fits("db-instance", "production--main")).isFalse();
    assertThat(fits("db-instance", "production-")).isFalse();
    assertThat(fits("replication-group", "production-sessions")).isTrue();
    assertThat(fits("replication-group", "1-sessions")).isFalse();
    assertThat(fits("load-balancer", "internal-tools")).isFalse();
    assertThat(fits("iam-role", "production-api-execution")).isTrue();
    assertThat(fits("iam-role", "api role")).isFalse();
    assertThat(fits("secret", "production/paystack")).isTrue();
    assertThat(fits("kms-alias", "alias/aws/rds")).isFalse();
  }

  @Test
  void saysOfEveryRefusalWhichCodeOrWhichModuleHoldsIt() {
    JsonNode refusals = catalog("refusals").path("refusals");
    assertThat(refusals)
        .allSatisfy(
            refusal -> {
              boolean byModule = refusal.path("heldBy").asText().equals("module");
              assertThat(refusal.has("module")).isEqualTo(byModule);
              assertThat(refusal.has("code")).isEqualTo(!byModule);
            });
    assertThat(refusals.findValuesAsText("module"))
        .allSatisfy(
            module ->
                assertThat(
                        Files.isDirectory(
                            GeneratedFile.repository()
                                .resolve("terraform-modules/aws")
                                .resolve(module)))
                    .as(module)
                    .isTrue());
  }

  private static boolean fits(String kind, String name) {
    JsonNode limit = catalog("limits").path("limits").path(kind);
    return Pattern.matches(limit.path("pattern").asText(), name)
        && name.length() >= limit.path("min").asInt()
        && name.length() <= limit.path("max").asInt();
  }

  private static JsonNode catalog(String name) {
    return JsonTree.of(RESOURCES.yaml("schemas/catalog/" + name + ".yaml"));
  }

  private static Set<String> keys(JsonNode map) {
    Set<String> keys = new HashSet<>();
    map.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The values that the schema of a component allows for one of its keys. */
  private static Set<String> allowed(String component, String property) {
    String text = RESOURCES.read("schemas/component/" + component + ".schema.json");
    Set<String> values = new HashSet<>();
    SchemaBundle.parse(text)
        .path("properties")
        .path(property)
        .path("enum")
        .forEach(value -> values.add(value.asText()));
    return values;
  }
}
