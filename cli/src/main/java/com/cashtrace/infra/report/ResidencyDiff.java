package com.cashtrace.infra.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * What moved between two reports: places, classes, transfers, findings, and whatever else a reader
 * of the first one would want to know before reading the second.
 *
 * @param before how the first report is called
 * @param after how the second report is called
 * @param moves what differs, chapter by chapter, in the order of the report
 */
public record ResidencyDiff(String before, String after, List<Move> moves) {

  /** Part of a chapter to the keys that tell its items apart. */
  private static final Map<String, List<String>> PARTS = parts();

  /** What differs in any two reports and moves nothing. */
  private static final Set<String> BESIDE = Set.of("source", "number");

  /** Copies the moves. */
  public ResidencyDiff {
    moves = List.copyOf(moves);
  }

  /**
   * One difference.
   *
   * @param chapter the environment; empty for the report as a whole
   * @param part of the chapter
   * @param item what it is about
   * @param change added, removed or changed
   * @param field what of it changed; empty where the item as a whole came or went
   * @param was the former value; empty where there was none
   * @param is the present value; empty where there is none
   */
  public record Move(
      String chapter,
      String part,
      String item,
      String change,
      String field,
      String was,
      String is) {}

  private static Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    parts.put("profiles", List.of("profile"));
    parts.put("stores", List.of("name", "aspect"));
    parts.put("processing", List.of("name"));
    parts.put("transfers", List.of("country", "recipient"));
    parts.put("flows", List.of("from", "to", "what"));
    parts.put("processors", List.of("name"));
    parts.put("remarks", List.of("rule", "subject", "message"));
    parts.put("notices", List.of("code", "message"));
    parts.put("waivers", List.of("name"));
    parts.put("rules", List.of("profile", "rule.id"));
    return parts;
  }

  /**
   * Compares two documents by {@code schemas/report/residency-report.schema.json}.
   *
   * @param aligned true to compare the only chapter of each, whatever they are called
   */
  public static ResidencyDiff of(
      String before, JsonNode first, String after, JsonNode second, boolean aligned) {
    List<Move> moves = new ArrayList<>();
    new Part(moves, "", "report").field("report", "asOf", first, second);
    Map<String, JsonNode> was = chapters(first, aligned);
    Map<String, JsonNode> is = chapters(second, aligned);
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    for (String name : names) {
      JsonNode old = was.get(name);
      JsonNode now = is.get(name);
      if (old == null || now == null) {
        moves.add(new Move(name, "chapters", name, old == null ? "added" : "removed", "", "", ""));
      } else {
        chapter(moves, name, old, now);
      }
    }
    return new ResidencyDiff(before, after, moves);
  }

  private static Map<String, JsonNode> chapters(JsonNode report, boolean aligned) {
    Map<String, JsonNode> chapters = new LinkedHashMap<>();
    for (JsonNode chapter : report.path("chapters")) {
      chapters.put(aligned ? "" : chapter.path("name").asText(), chapter);
    }
    return chapters;
  }

  private static void chapter(List<Move> moves, String name, JsonNode old, JsonNode now) {
    Part verdict = new Part(moves, name, "verdict");
    verdict.field("verdict", "exposure", old.path("verdict"), now.path("verdict"));
    verdict.field("verdict", "changesOn", old.path("verdict"), now.path("verdict"));
    PARTS
        .keySet()
        .forEach(part -> new Part(moves, name, part).items(old.path(part), now.path(part)));
  }

  /** One part of a chapter, and the list that its moves go to. */
  private record Part(List<Move> moves, String chapter, String name) {

    void items(JsonNode old, JsonNode now) {
      Map<String, JsonNode> was = ResidencyDiff.items(name, old);
      Map<String, JsonNode> is = ResidencyDiff.items(name, now);
      was.forEach(
          (item, node) -> {
            if (!is.containsKey(item)) {
              moves.add(new Move(chapter, name, item, "removed", "", summary(name, node), ""));
            }
          });
      is.forEach(
          (item, node) -> {
            JsonNode former = was.get(item);
            if (former == null) {
              moves.add(new Move(chapter, name, item, "added", "", "", summary(name, node)));
            } else {
              changed(item, former, node);
            }
          });
    }

    private void changed(String item, JsonNode old, JsonNode now) {
      Set<String> fields = new TreeSet<>();
      old.fieldNames().forEachRemaining(fields::add);
      now.fieldNames().forEachRemaining(fields::add);
      fields.removeAll(BESIDE);
      fields.forEach(field -> field(item, field, old, now));
    }

    void field(String item, String field, JsonNode old, JsonNode now) {
      String was = value(old.path(field));
      String is = value(now.path(field));
      if (!was.equals(is)) {
        moves.add(new Move(chapter, name, item, "changed", field, was, is));
      }
    }
  }

  private static Map<String, JsonNode> items(String part, JsonNode list) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    for (JsonNode item : list) {
      StringJoiner name = new StringJoiner(" | ");
      for (String key : PARTS.getOrDefault(part, List.of())) {
        name.add(item.at("/" + key.replace('.', '/')).asText());
      }
      String unique = name.toString();
      for (int again = 2; items.containsKey(unique); again++) {
        unique = name + " | " + again;
      }
      items.put(unique, item);
    }
    return items;
  }

  /** What of an item says most about where data is. */
  private static String summary(String part, JsonNode item) {
    return switch (part) {
      case "stores", "processing", "processors" -> value(item.path("places"));
      case "transfers" -> value(item.path("record"));
      case "flows" -> value(item.path("toPlace"));
      case "remarks", "profiles" -> value(item.path("exposure"));
      case "waivers" -> value(item.path("expires"));
      default -> "";
    };
  }

  /** A value on one line; a place by its name and country. */
  private static String value(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (node.has("kind") && node.has("name")) {
      String country = node.path("country").asText();
      return node.path("name").asText() + (country.isEmpty() ? "" : " (" + country + ")");
    }
    if (node.isArray()) {
      StringJoiner items = new StringJoiner(", ");
      node.forEach(item -> items.add(value(item)));
      return items.toString();
    }
    if (node.isObject()) {
      StringJoiner fields = new StringJoiner(", ");
      node.properties().forEach(e -> fields.add(e.getKey() + " " + value(e.getValue())));
      return fields.toString();
    }
    return node.asText();
  }

  /** A line for each difference, or one that says that there is none. */
  public void text(Appendable out) throws IOException {
    if (moves.isEmpty()) {
      out.append(SafeText.of("nothing moved between " + before + " and " + after)).append('\n');
    }
    String chapter = null;
    for (Move move : moves) {
      if (!move.chapter().equals(chapter)) {
        chapter = move.chapter();
        String title = chapter.isEmpty() ? before + " -> " + after : chapter;
        out.append(SafeText.of(title)).append('\n');
      }
      out.append(SafeText.of("  " + line(move))).append('\n');
    }
  }

  private static String line(Move move) {
    String what = move.part() + " " + move.item();
    return switch (move.change()) {
      case "added" -> "+ " + what + detail(move.is());
      case "removed" -> "- " + what + detail(move.was());
      default ->
          "~ " + what + ": " + move.field() + ": " + shown(move.was()) + " -> " + shown(move.is());
    };
  }

  private static String detail(String value) {
    return value.isEmpty() ? "" : ": " + value;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "none" : value;
  }

  /** A document by {@code schemas/report/residency-diff.schema.json}. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object().put("formatVersion", 1);
    root.put("before", before).put("after", after);
    ArrayNode list = root.putArray("moves");
    for (Move move : moves) {
      ObjectNode node = list.addObject().put("chapter", move.chapter()).put("part", move.part());
      node.put("item", move.item()).put("change", move.change()).put("field", move.field());
      node.put("was", move.was()).put("is", move.is());
    }
    json.write(root, out);
  }
}
