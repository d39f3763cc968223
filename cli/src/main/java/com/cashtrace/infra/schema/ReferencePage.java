package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.Resources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page that tells people every key of a spec, made of the schema. */
public final class ReferencePage {

  /** Where the page stands. */
  public static final String PATH = "schemas/README.md";

  private static final Set<String> COMPONENTS =
      Set.of("services", "databases", "caches", "buckets", "secrets", "thirdParties");

  private final StringBuilder page = new StringBuilder();

  private ReferencePage() {}

  /** The text of {@value #PATH}; the same for the same schemas, byte for byte. */
  public static String generate(Resources resources) {
    ObjectNode bundle = SchemaBundle.environment(resources);
    ReferencePage reference = new ReferencePage();
    SchemaView root = new SchemaView(bundle, bundle);
    reference.page.append(
        """
        <!-- Generated from environment.schema.json and component/; change those instead. -->
        # Keys of a spec

        """);
    reference.page.append(root.keyword("description").asText()).append("\n\n");
    reference.page.append(
        """
        A file says which others it lays itself over with `extends`: maps merge by key, lists and
        single values replace, `null` removes. A key that is not in these tables is refused.

        """);
    reference.table(root, "", "Top level");
    for (String name : root.propertyNames()) {
      reference.section(root.property(name), name, name);
    }
    return reference.page.toString().stripTrailing() + "\n";
  }

  private void section(SchemaView schema, String path, String title) {
    if (COMPONENTS.contains(path)) {
      SchemaView component =
          new SchemaView(schema.bundle(), schema.keyword("additionalProperties"));
      table(component, path + ".KEY", title + ".KEY");
      return;
    }
    if (!schema.propertyNames().isEmpty() && !path.equals("tags")) {
      table(schema, path, title);
    }
    for (String name : schema.propertyNames()) {
      SchemaView below = schema.property(name);
      if (below.keyword("additionalProperties").has("properties")
          || below.keyword("additionalProperties").has("$ref")) {
        SchemaView entry = new SchemaView(below.bundle(), below.keyword("additionalProperties"));
        if (!entry.propertyNames().isEmpty()) {
          table(entry, path + "." + name + ".KEY", title + "." + name + ".KEY");
        }
      }
    }
  }

  private void table(SchemaView schema, String path, String title) {
    page.append("## ").append(title).append("\n\n");
    if (!path.isEmpty()) {
      page.append(schema.keyword("description").asText()).append("\n\n");
    }
    page.append("| key | value | default | what it is |\n|---|---|---|---|\n");
    rows(schema, "", path.isEmpty());
    page.append('\n');
  }

  private void rows(SchemaView schema, String prefix, boolean top) {
    List<String> required = texts(schema.keyword("required"));
    for (String name : schema.propertyNames()) {
      SchemaView property = schema.property(name);
      row(property, prefix + name, required.contains(name));
      if (!top && !property.propertyNames().isEmpty()) {
        rows(property, prefix + name + ".", false);
      }
    }
  }

  private void row(SchemaView property, String name, boolean required) {
    JsonNode value = property.keyword("default");
    String fallback = required ? "required" : value.isMissingNode() ? "" : code(value);
    String example = example(property.keyword("examples"));
    page.append("| `" + name + "` | " + type(property) + " | " + fallback + " | ");
    page.append(cell(property.keyword("description").asText()));
    page.append(example.isEmpty() ? "" : " Example: " + example).append(" |\n");
  }

  private static String type(SchemaView property) {
    JsonNode values = property.keyword("enum");
    if (values.isArray()) {
      return StreamSupport.stream(values.spliterator(), false)
          .map(ReferencePage::code)
          .collect(Collectors.joining(" "));
    }
    if (!property.keyword("const").isMissingNode()) {
      return code(property.keyword("const"));
    }
    if (property.keyword("type").asText().equals("array")) {
      return "list of: " + type(property.items());
    }
    String expects = property.keyword("x-expects").asText("");
    return cell(expects.isEmpty() ? TypeWords.of(property.keyword("type")) : expects);
  }

  private static String example(JsonNode examples) {
    JsonNode first = examples.path(0);
    return first.isMissingNode() || first.isObject() ? "" : code(first);
  }

  private static String code(JsonNode value) {
    return "`" + cell(value.isTextual() ? value.textValue() : value.toString()) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(value -> texts.add(value.asText()));
    return texts;
  }
}
