package com.cashtrace.infra.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.schema.SchemaParts.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What house style asks of a schema, and what the code that reads the schemas relies on. */
class SchemaStyleTest {

  private static final Set<String> KEYWORDS =
      Set.of(
          """
          $schema $id $ref $defs title description examples default type enum const pattern
          properties propertyNames additionalProperties required dependentRequired items minItems
          maxItems uniqueItems minimum maximum minLength maxLength minProperties x-expects"""
              .split("\\s+"));
  private static final Set<String> BESIDE_REFERENCE =
      Set.of("$ref", "title", "description", "examples", "default");

  private final List<Part> parts = SchemaParts.all();

  @Test
  void everyValueHasTitleDescriptionAndExamples() {
    for (String keyword : List.of("title", "description", "examples")) {
      assertThat(paths(part -> !part.names() && part.keyword(keyword).isMissingNode()))
          .as("parts without %s", keyword)
          .isEmpty();
    }
  }

  @Test
  void everyExampleAndEveryDefaultIsValid() {
    assertThat(parts.stream().flatMap(SchemaStyleTest::invalidValues)).isEmpty();
  }

  @Test
  void everyPatternHasWordsForMessages() {
    assertThat(paths(part -> part.schema().has("pattern") != part.schema().has("x-expects")))
        .isEmpty();
  }

  @Test
  void everyPatternIsAboutTheWholeValue() {
    assertThat(paths(part -> part.schema().has("pattern") && !isAnchored(part))).isEmpty();
  }

  @Test
  void everyMapSaysWhichKeysItTakes() {
    assertThat(
            paths(
                part ->
                    part.schema().path("type").asText().equals("object")
                        && !part.schema().has("additionalProperties")))
        .isEmpty();
  }

  @Test
  void usesNoKeywordThatTheReaderDoesNotKnow() {
    assertThat(paths(part -> !KEYWORDS.containsAll(names(part)))).isEmpty();
  }

  @Test
  void putsNothingBesideAReferenceThatWouldNarrowIt() {
    assertThat(
            paths(part -> part.schema().has("$ref") && !BESIDE_REFERENCE.containsAll(names(part))))
        .isEmpty();
  }

  @Test
  void givesNoDefaultToWhatIsRequired() {
    assertThat(parts.stream().flatMap(SchemaStyleTest::requiredWithDefault)).isEmpty();
  }

  private List<String> paths(Predicate<Part> filter) {
    return parts.stream().filter(filter).map(Part::path).toList();
  }

  private static boolean isAnchored(Part part) {
    String text = part.schema().path("pattern").asText();
    Pattern pattern = Pattern.compile(text);
    List<String> examples = new ArrayList<>();
    part.schema().path("examples").forEach(example -> examples.add(example.asText()));
    return text.startsWith("^")
        && text.endsWith("$")
        && examples.stream()
            .flatMap(example -> Stream.of("\u0001" + example, example + "\u0001"))
            .noneMatch(padded -> pattern.matcher(padded).find());
  }

  private static List<String> names(Part part) {
    List<String> names = new ArrayList<>();
    part.schema().fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Stream<String> requiredWithDefault(Part part) {
    JsonNode properties = part.schema().path("properties");
    List<String> found = new ArrayList<>();
    for (JsonNode name : part.schema().path("required")) {
      if (properties.path(name.asText()).isMissingNode()
          || properties.path(name.asText()).has("default")) {
        found.add(part.path() + " " + name.asText());
      }
    }
    return found.stream();
  }

  private static Stream<String> invalidValues(Part part) {
    List<JsonNode> values = new ArrayList<>();
    part.schema().path("examples").forEach(values::add);
    if (part.schema().has("default")) {
      values.add(part.schema().get("default"));
    }
    if (values.isEmpty()) {
      return Stream.empty();
    }
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(part.standalone());
    return values.stream()
        .flatMap(value -> schema.validate(value).stream())
        .map((Error error) -> part.path() + ": " + error);
  }
}
