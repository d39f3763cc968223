package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.Resources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;

/**
 * A schema that is spread over files as one document: every file below {@code component/} becomes
 * an entry of {@code $defs} named like it, and references point there.
 */
final class SchemaBundle {

  private static final String COMPONENTS = "schemas/component";
  private static final String ENDING = ".schema.json";

  private SchemaBundle() {}

  /** The bundle of {@code schemas/environment.schema.json}; a fresh tree at each call. */
  static ObjectNode environment(Resources resources) {
    ObjectNode root = parse(resources.read("schemas/environment" + ENDING));
    root.remove("$id"); // it is for editors; the validator takes absolute ones only
    pointInside(root, "");
    ObjectNode definitions = root.withObjectProperty("$defs");
    for (String path : resources.list(COMPONENTS)) {
      String stem = stem(path);
      ObjectNode component = parse(resources.read(path));
      component.remove("$schema");
      component.remove("$id");
      pointInside(component, "/$defs/" + stem);
      definitions.set(stem, component);
    }
    return root;
  }

  static ObjectNode parse(String text) {
    try {
      return JsonReader.object(text);
    } catch (IOException e) {
      throw new IllegalStateException("a schema is not JSON: " + e.getMessage(), e);
    }
  }

  /** Rewrites every reference below a node that came from the file whose place is {@code home}. */
  private static void pointInside(JsonNode node, String home) {
    if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
      object.put("$ref", inside(object.get("$ref").textValue(), home));
    }
    for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
      pointInside(children.next(), home);
    }
  }

  private static String inside(String reference, String home) {
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : reference.substring(hash + 1);
    return "#" + (file.isEmpty() ? home : "/$defs/" + stem(file)) + fragment;
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(0, name.length() - ENDING.length());
  }
}
