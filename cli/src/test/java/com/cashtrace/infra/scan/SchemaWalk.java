package com.cashtrace.infra.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes what {@code terraform providers schema -json} says of the resources of a provider in the
 * form that {@link ProviderSchema} reads.
 */
final class SchemaWalk {

  private static final Comparator<String> BY_STEP =
      (a, b) -> Arrays.compare(a.split("\\.", -1), b.split("\\.", -1));

  private final String type;
  private final Map<String, String> paths = new TreeMap<>(BY_STEP);

  private SchemaWalk(String type) {
    this.type = type;
  }

  static String text(JsonNode resourceSchemas) {
    StringBuilder text = new StringBuilder();
    for (String type :
        new TreeSet<>(resourceSchemas.propertyStream().map(Map.Entry::getKey).toList())) {
      SchemaWalk walk = new SchemaWalk(type);
      walk.block(resourceSchemas.path(type).path("block"), "");
      text.append(type).append('\n');
      walk.paths.forEach((path, value) -> text.append(line(path, value)));
    }
    return text.toString();
  }

  private static String line(String path, String value) {
    String[] steps = path.split("\\.", -1);
    return "\t".repeat(steps.length)
        + steps[steps.length - 1]
        + (value.isEmpty() ? "" : " " + value)
        + "\n";
  }

  private void block(JsonNode block, String above) {
    block.path("attributes").properties().forEach(e -> attribute(e.getKey(), e.getValue(), above));
    block
        .path("block_types")
        .properties()
        .forEach(e -> nested(e.getValue().path("block"), e.getValue(), above + e.getKey()));
  }

  /** Blocks that repeat are lists or sets in a plan; the others are single. */
  private void nested(JsonNode block, JsonNode mode, String path) {
    String nesting = mode.path("nesting_mode").asText();
    String whole = path + (nesting.matches("single|group") ? "" : "[]");
    paths.put(whole, "");
    if (!isTooDeep(whole)) {
      block(block, whole + ".");
    }
  }

  /** Visuals and statements hold each other; no attribute in them names a place. */
  private boolean isTooDeep(String path) {
    return (type.contains("quicksight") && path.equals("definition[]"))
        || (type.contains("waf") && path.endsWith(".statement[]"));
  }

  private void attribute(String name, JsonNode attribute, String above) {
    boolean given =
        attribute.path("required").asBoolean() || attribute.path("optional").asBoolean();
    if (attribute.path("computed").asBoolean() && !given) {
      return;
    }
    if (attribute.has("nested_type")) {
      nested(attribute.path("nested_type"), attribute.path("nested_type"), above + name);
    } else {
      paths.put(above + name, words(attribute.path("type")));
      object(attribute.path("type"), above + name);
    }
  }

  /** The attributes of an object, or of the objects in a list. */
  private void object(JsonNode type, String path) {
    JsonNode inner = type.path(1);
    switch (type.path(0).asText()) {
      case "object" -> inner.properties().forEach(e -> member(e.getKey(), e.getValue(), path));
      case "list", "set" -> elements(inner, path + "[]");
      case "map" -> elements(inner, path + "{}");
      default -> {}
    }
  }

  private void elements(JsonNode inner, String path) {
    if (inner.path(0).asText().equals("object")) {
      paths.putIfAbsent(path, "");
      object(inner, path);
    }
  }

  private void member(String name, JsonNode type, String above) {
    paths.put(above + "." + name, words(type));
    object(type, above + "." + name);
  }

  private static String words(JsonNode type) {
    if (type.isTextual()) {
      return type.asText();
    }
    String kind = type.path(0).asText();
    return kind.equals("object")
        ? kind
        : StreamSupport.stream(type.spliterator(), false)
            .skip(1)
            .map(SchemaWalk::words)
            .collect(Collectors.joining(",", kind + "(", ")"));
  }
}
