package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.Resources;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The schema of a single file, made of the schema of the whole environment: nothing is required,
 * and null, which removes a value of the file below, is allowed everywhere.
 */
public final class OverlaySchema {

  /** Where the generated schema stands. */
  public static final String PATH = "schemas/overlay.schema.json";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private OverlaySchema() {}

  /** The text of {@value #PATH}; the same for the same source schemas, byte for byte. */
  public static String generate(Resources resources) {
    ObjectNode root = SchemaBundle.environment(resources);
    loosen(root);
    root.put("title", "Environment file");
    root.put(
        "description",
        "One file of a spec, which may lay itself over another with extends. Nothing is required"
            + " here, and null removes a value; what a whole environment needs stands in"
            + " environment.schema.json.");
    root.put("$comment", "Generated from environment.schema.json; change that one instead.");
    root.put("type", "object");
    return print(root);
  }

  private static void loosen(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("required", "minProperties"));
      allowNull(object);
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      for (String key : keys) {
        descend(key, object.get(key));
      }
    }
  }

  /** Goes into what holds schemas, and not into examples, defaults or the names of keys. */
  private static void descend(String key, JsonNode value) {
    switch (key) {
      case "properties", "patternProperties", "$defs" -> {
        for (Iterator<JsonNode> all = value.elements(); all.hasNext(); ) {
          loosen(all.next());
        }
      }
      case "items", "additionalProperties" -> loosen(value);
      default -> {
        // nothing below that is a schema of a value
      }
    }
  }

  private static void allowNull(ObjectNode schema) {
    if (schema.path("type").isTextual()) {
      schema.set("type", JSON.arrayNode().add(schema.get("type")).add("null"));
    }
    if (schema.get("enum") instanceof ArrayNode values) {
      values.addNull();
    }
    if (schema.has("const")) {
      schema.set("enum", JSON.arrayNode().add(schema.remove("const")).addNull());
    }
  }

  private static String print(JsonNode node) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
