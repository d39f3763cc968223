package com.cashtrace.infra.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A part of a bundled schema as it reads after its references were followed; what stands beside a
 * {@code $ref} wins over what it points to.
 */
record SchemaView(JsonNode bundle, JsonNode node) {

  /** The value of a keyword, or a missing node. */
  JsonNode keyword(String name) {
    JsonNode at = node;
    while (!at.has(name) && at.has("$ref")) {
      at = bundle.at(at.get("$ref").textValue().substring(1));
    }
    return at.path(name);
  }

  /** The names of the properties that are spelled out, in their order. */
  List<String> propertyNames() {
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = keyword("properties").fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }

  /** The schema of a property, spelled out or by {@code additionalProperties}. */
  SchemaView property(String name) {
    JsonNode own = keyword("properties").path(name);
    return new SchemaView(bundle, own.isMissingNode() ? others() : own);
  }

  /** The schema of the items of a list. */
  SchemaView items() {
    return new SchemaView(bundle, keyword("items"));
  }

  private JsonNode others() {
    JsonNode additional = keyword("additionalProperties");
    return additional.isObject() ? additional : MissingNode.getInstance();
  }

  /** True if it says something at all. */
  boolean exists() {
    return node.isObject();
  }
}
