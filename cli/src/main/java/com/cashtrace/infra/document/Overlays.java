package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays one document over another: maps merge by key, lists and single values replace, null removes,
 * and a map over anything else (or the reverse) is an error.
 */
public final class Overlays {

  private Overlays() {}

  /** Folds documents from the first, which the others are laid over in order. */
  public static MapNode fold(List<MapNode> layers, List<Problem> problems) {
    MapNode result = layers.get(0);
    result = new MapNode(withoutNulls(result), result.position());
    for (MapNode layer : layers.subList(1, layers.size())) {
      result = merge(result, layer, problems);
    }
    return result;
  }

  private static MapNode merge(MapNode base, MapNode over, List<Problem> problems) {
    Map<String, MapNode.Entry> merged = new LinkedHashMap<>(base.entries());
    over.entries()
        .forEach(
            (key, entry) -> {
              MapNode.Entry below = base.entries().get(key);
              if (entry.value() instanceof ScalarNode scalar && scalar.isNull()) {
                merged.remove(key);
              } else if (below == null) {
                merged.put(key, new MapNode.Entry(entry.key(), stripped(entry.value())));
              } else {
                Node value = laid(below.value(), entry.value(), problems);
                merged.put(key, new MapNode.Entry(entry.key(), value));
              }
            });
    return new MapNode(merged, over.position());
  }

  private static Node laid(Node below, Node over, List<Problem> problems) {
    if (below instanceof MapNode lower && over instanceof MapNode upper) {
      return merge(lower, upper, problems);
    }
    if (below instanceof MapNode || over instanceof MapNode) {
      problems.add(mismatch(below, over));
      return below;
    }
    return over.replacing(below);
  }

  private static Problem mismatch(Node below, Node over) {
    String message =
        String.format(
            Locale.ROOT,
            "%s cannot be laid over %s of %s:%d",
            over.kind(),
            below.kind(),
            below.position().source().name(),
            below.position().line());
    return Problem.error("overlay-shape", message, over.position().location())
        .withHint("write null to remove the value below, in a file between the two");
  }

  private static Node stripped(Node node) {
    return node instanceof MapNode map ? new MapNode(withoutNulls(map), map.position()) : node;
  }

  private static Map<String, MapNode.Entry> withoutNulls(MapNode map) {
    Map<String, MapNode.Entry> kept = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!(entry.value() instanceof ScalarNode scalar && scalar.isNull())) {
                kept.put(key, new MapNode.Entry(entry.key(), stripped(entry.value())));
              }
            });
    return kept;
  }
}
