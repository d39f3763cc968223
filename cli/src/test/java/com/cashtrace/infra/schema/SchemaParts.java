package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.Resources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schemas of specs and catalogues, taken apart into every schema that they are made of. */
final class SchemaParts {

  private static final String CATALOG = "schemas/catalog";
  private static final String PROFILE = "schemas/residency/profile.schema.json";

  private SchemaParts() {}

  /**
   * One schema inside another.
   *
   * @param path where it stands, for messages
   * @param schema itself
   * @param bundle the schema around it, which references point into
   * @param names true if it describes keys and not values
   */
  record Part(String path, ObjectNode schema, ObjectNode bundle, boolean names) {

    /** A keyword of its own or of what it refers to. */
    JsonNode keyword(String name) {
      return new SchemaView(bundle, schema).keyword(name);
    }

    /** The part as a schema by itself, which can check values. */
    ObjectNode standalone() {
      ObjectNode copy = schema.deepCopy();
      copy.set("$defs", bundle.path("$defs"));
      return copy;
    }
  }

  /** Every part of every schema that is written by hand. */
  static List<Part> all() {
    Resources resources = Resources.packaged();
    List<Part> parts = new ArrayList<>(of("environment", SchemaBundle.environment(resources)));
    for (String path : catalogSchemas()) {
      parts.addAll(of(path, SchemaBundle.parse(resources.read(path))));
    }
    parts.addAll(of(PROFILE, SchemaBundle.parse(resources.read(PROFILE))));
    return parts;
  }

  static List<String> catalogSchemas() {
    Stream<String> files = Resources.packaged().list(CATALOG).stream();
    return files.filter(path -> path.endsWith(".schema.json")).toList();
  }

  private static List<Part> of(String path, ObjectNode bundle) {
    List<Part> parts = new ArrayList<>();
    collect(new Part(path, bundle, bundle, false), parts);
    return parts;
  }

  private static void collect(Part part, List<Part> into) {
    JsonNode schema = part.schema();
    if (schema.has("type") || schema.has("$ref")) {
      into.add(part);
    }
    for (String group : List.of("properties", "$defs")) {
      for (Map.Entry<String, JsonNode> child : schema.path(group).properties()) {
        descend(part, child.getKey(), child.getValue(), into);
      }
    }
    for (String keyword : List.of("items", "additionalProperties", "propertyNames")) {
      descend(part, keyword, schema.path(keyword), into);
    }
  }

  private static void descend(Part parent, String name, JsonNode node, List<Part> into) {
    if (node instanceof ObjectNode schema) {
      String path = parent.path() + "." + name;
      collect(new Part(path, schema, parent.bundle(), name.equals("propertyNames")), into);
    }
  }
}
