package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one value of a spec comes from.
 *
 * @param path the way to it
 * @param settings every file that set it, the one that won first
 */
public record Origin(SpecPath path, List<Setting> settings) {

  /** Copies the settings. */
  public Origin {
    settings = List.copyOf(settings);
  }

  /**
   * One setting of a value.
   *
   * @param value as it was written; a list in square brackets
   * @param location where, or null if it is the default of the schema
   */
  public record Setting(String value, @Nullable Location location) {}

  /** The origins of a value, or of every value below a map, in the order of the spec. */
  public static List<Origin> below(SpecPath path, Node node) {
    List<Origin> origins = new ArrayList<>();
    if (node instanceof MapNode map) {
      map.entries().forEach((key, e) -> origins.addAll(below(path.child(key), e.value())));
    } else {
      origins.add(new Origin(path, settings(node)));
    }
    return origins;
  }

  private static List<Setting> settings(Node node) {
    List<Setting> settings = new ArrayList<>();
    for (Node at = node; at != null; at = at.previous()) {
      Location place = at.position().implied() ? null : at.position().location();
      settings.add(new Setting(text(at), place));
    }
    return settings;
  }

  private static String text(Node node) {
    if (node instanceof ListNode list) {
      return list.items().stream().map(Origin::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof MapNode map) {
      return map.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + text(entry.getValue().value()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return ((ScalarNode) node).text();
  }
}
