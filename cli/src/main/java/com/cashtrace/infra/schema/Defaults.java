package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.Position;
import com.cashtrace.infra.document.ScalarNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a valid spec with the defaults of its schema. A filled-in value takes the place of the
 * thing that lacks it, so that a problem with it points to something the user wrote.
 */
final class Defaults {

  private Defaults() {}

  static MapNode fill(MapNode map, SchemaView schema) {
    return filled(map, schema, map.position());
  }

  private static MapNode filled(MapNode map, SchemaView schema, Position place) {
    Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              Node value = below(entry.value(), schema.property(key), entry.key());
              entries.put(key, new MapNode.Entry(entry.key(), value));
            });
    Position implied = place.asImplied();
    for (String name : schema.propertyNames()) {
      SchemaView property = schema.property(name);
      JsonNode value = property.keyword("default");
      if (!entries.containsKey(name) && !value.isMissingNode()) {
        Node node = below(node(value, implied), property, implied);
        entries.put(name, new MapNode.Entry(implied, node));
      }
    }
    return new MapNode(entries, map.position());
  }

  private static Node below(Node node, SchemaView schema, Position place) {
    if (node instanceof MapNode map && schema.exists()) {
      return filled(map, schema, place);
    }
    return node;
  }

  private static Node node(JsonNode value, Position place) {
    if (value.isObject()) {
      return new MapNode(Map.of(), place);
    }
    if (value.isArray()) {
      List<Node> items = new ArrayList<>();
      value.forEach(item -> items.add(node(item, place)));
      return new ListNode(items, place, null);
    }
    return new ScalarNode(scalar(value), value.asText(), false, place, null);
  }

  private static Object scalar(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isIntegralNumber()) {
      return value.longValue();
    }
    return value.isNumber() ? value.decimalValue() : value.asText();
  }
}
