package com.cashtrace.infra.schema;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.Position;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/** The validator's errors in our words, at the place in the file. */
final class SchemaProblems {

  private final JsonNode bundle;
  private final MapNode root;

  SchemaProblems(JsonNode bundle, MapNode root) {
    this.bundle = bundle;
    this.root = root;
  }

  Problem of(Error error) {
    Place place = place(error.getInstanceLocation());
    JsonNode schema = schema(error);
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error, place, schema);
      case "required" -> missingKey(error, place);
      case "propertyNames" -> badKey(error, place, schema);
      case "type" -> wrongType(place, schema);
      case "enum", "const" -> notAllowed(place, schema);
      case "pattern" ->
          value("bad-format", place, "is not " + schema.path("x-expects").asText("of the form"));
      default -> bound(error.getKeyword(), place, schema);
    };
  }

  private Problem unknownKey(Error error, Place place, JsonNode schema) {
    String key = String.valueOf(error.getProperty());
    List<String> known = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    String message = "'" + key + "' is not a key " + place.whose();
    return Problem.error("unknown-key", message, place.key(key).location())
        .withHint(
            "<<".equals(key)
                ? "merge keys are not part of YAML 1.2; use extends"
                : Nearest.hint(key, known, "keys here"));
  }

  private static Problem missingKey(Error error, Place place) {
    String message = "the key '" + error.getProperty() + "' is missing " + place.whose();
    return Problem.error("missing-key", message, place.opening().location());
  }

  private Problem badKey(Error error, Place place, JsonNode schema) {
    String key = String.valueOf(error.getProperty());
    SchemaView names = new SchemaView(bundle, schema.path("propertyNames"));
    String expects = names.keyword("x-expects").asText("a name of the allowed form");
    String message = "the key '" + key + "' is not " + expects;
    return Problem.error("bad-format", message, place.key(key).location());
  }

  private static Problem wrongType(Place place, JsonNode schema) {
    String wanted = TypeWords.of(schema.path("type"));
    String message = place.what() + " is " + place.shown() + ", not " + wanted;
    Problem problem = Problem.error("wrong-type", message, place.position().location());
    boolean wantsText = schema.path("type").toString().contains("string");
    boolean isPlain = place.node() instanceof ScalarNode scalar && scalar.value() != null;
    if (wantsText && isPlain) {
      String expects = schema.path("x-expects").asText("");
      String unit = expects.isEmpty() ? "" : "; expected is " + expects;
      return problem.withHint("put it in quotes if it is meant as text" + unit);
    }
    return problem;
  }

  private static Problem notAllowed(Place place, JsonNode schema) {
    List<String> allowed = new ArrayList<>();
    schema.path("enum").forEach(value -> addText(value, allowed));
    addText(schema.path("const"), allowed);
    String given = place.node() instanceof ScalarNode scalar ? scalar.text() : "";
    Problem problem = value("not-allowed", place, "is not allowed");
    return problem.withHint(
        Nearest.to(given, allowed).map(name -> "did you mean '" + name + "'? ").orElse("")
            + "allowed: "
            + String.join(", ", allowed));
  }

  private static void addText(JsonNode value, List<String> to) {
    if (!value.isMissingNode() && !value.isNull()) {
      to.add(value.asText());
    }
  }

  private static Problem bound(String keyword, Place place, JsonNode schema) {
    String limit = schema.path(keyword).asText();
    return switch (keyword) {
      case "minimum" -> value("out-of-range", place, "is less than " + limit);
      case "maximum" -> value("out-of-range", place, "is more than " + limit);
      case "minLength" -> value("bad-format", place, "is shorter than " + limit + " characters");
      case "maxLength" -> value("bad-format", place, "is longer than " + limit + " characters");
      case "minItems", "minProperties" ->
          value("too-few", place, "has fewer entries than " + limit);
      case "maxItems" -> value("too-many", place, "has more entries than " + limit);
      case "uniqueItems" -> value("duplicate-item", place, "names the same thing twice");
      default -> value("not-allowed", place, "breaks the schema's '" + keyword + "'");
    };
  }

  private static Problem value(String code, Place place, String what) {
    String shown = place.node() instanceof ScalarNode ? " " + place.shown() : "";
    return Problem.error(code, place.what() + shown + " " + what, place.position().location());
  }

  /** The schema object that holds the keyword which failed. */
  private JsonNode schema(Error error) {
    NodePath fragment = error.getSchemaLocation().getFragment();
    JsonNode at = bundle;
    for (int i = 0; i < fragment.getNameCount(); i++) {
      JsonNode next =
          at.isArray()
              ? at.path(Integer.parseInt(fragment.getName(i)))
              : at.path(fragment.getName(i));
      if (fragment.getName(i).equals(error.getKeyword()) && i >= fragment.getNameCount() - 1) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private Place place(NodePath path) {
    List<String> segments = new ArrayList<>();
    Node node = root;
    Position opening = new Position(root.position().source(), 1, 1);
    for (int i = 0; i < path.getNameCount(); i++) {
      String segment = path.getName(i);
      segments.add(segment);
      if (node instanceof MapNode map && map.entries().get(segment) != null) {
        MapNode.Entry entry = map.entries().get(segment);
        opening = entry.key();
        node = entry.value();
      } else if (node instanceof ListNode list) {
        node = list.items().get(Integer.parseInt(segment));
        opening = node.position();
      }
    }
    return new Place(new SpecPath(segments), node, opening);
  }

  /**
   * A part of the spec that an error speaks of.
   *
   * @param path the way to it
   * @param node its value
   * @param opening the key that opens it, or the beginning of the file
   */
  private record Place(SpecPath path, Node node, Position opening) {

    Position position() {
      return node instanceof MapNode ? opening : node.position();
    }

    Position key(String key) {
      return node instanceof MapNode map && map.entries().get(key) != null
          ? map.entries().get(key).key()
          : opening;
    }

    String what() {
      return path.segments().isEmpty() ? "the file" : path.toString();
    }

    String whose() {
      return path.segments().isEmpty() ? "at the top level" : "of " + path;
    }

    String shown() {
      return node instanceof ScalarNode scalar && scalar.value() != null
          ? "'" + scalar.text() + "'"
          : node.kind();
    }
  }
}
