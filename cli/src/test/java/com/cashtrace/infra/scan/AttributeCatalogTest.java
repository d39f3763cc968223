package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue of the AWS provider against the provider's own schema. */
class AttributeCatalogTest {

  private static final Resources RESOURCES = Resources.packaged();
  private static final ProviderSchema SCHEMA = ProviderSchema.read();

  private final Meanings meanings = Meanings.read(RESOURCES);

  @Test
  void namesOnlyPathsThatTheProviderHas() {
    assertThat(attributeLines())
        .allSatisfy(
            cells ->
                assertThat(cells.get(0).equals("*") || SCHEMA.has(cells.get(0), cells.get(1)))
                    .as(cells.get(0) + " " + cells.get(1))
                    .isTrue());
  }

  @Test
  void givesEveryLineAMeaning() {
    assertThat(attributeLines())
        .allSatisfy(cells -> assertThat(meanings.of(cells.get(0), cells.get(1))).isPresent());
  }

  @Test
  void isSortedByTypeAndPath() {
    List<String> keys =
        attributeLines().stream().map(cells -> cells.get(0) + "\t" + cells.get(1)).toList();
    assertThat(keys).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void reviewedEveryAttributeThatSpeaksOfAPlace() {
    assertThat(AttributeTable.rows())
        .hasSize(1266)
        .allSatisfy(
            row -> assertThat(meanings.of(row.type(), row.path())).as(row.toString()).isPresent());
  }

  @Test
  void reviewedEveryTypeOfTheProvider() {
    TypeTraits traits = TypeTraits.read(RESOURCES);
    assertThat(SCHEMA.paths().keySet())
        .hasSize(1526)
        .allSatisfy(type -> assertThat(traits.knows(type)).as(type).isTrue());
  }

  @Test
  void knowsTheServiceOfEveryType() {
    ServiceEndpoints endpoints = ServiceEndpoints.read(RESOURCES, TypeTraits.read(RESOURCES));
    assertThat(SCHEMA.paths().keySet())
        .allSatisfy(type -> assertThat(endpoints.of(type)).as(type).isPresent());
  }

  @Test
  void namesOnlyTypesThatTheProviderHas() {
    List<String> named = new ArrayList<>();
    lines("aws-types.tsv").forEach(cells -> named.add(cells.get(0)));
    MetadataTypes.read(RESOURCES).named().forEach(named::add);
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(SCHEMA.paths().keySet())
                    .as(name)
                    .anyMatch(
                        type ->
                            name.endsWith("*")
                                ? type.startsWith(name.substring(0, name.length() - 1))
                                : type.equals(name)));
  }

  private static List<List<String>> attributeLines() {
    return lines("aws-attributes.tsv");
  }

  private static List<List<String>> lines(String file) {
    return RESOURCES
        .read("schemas/catalog/" + file)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }
}
