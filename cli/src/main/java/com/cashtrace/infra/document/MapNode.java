package com.cashtrace.infra.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map; overlays merge it key by key.
 *
 * @param entries key to entry, in the order of the file
 * @param position where it begins
 */
public record MapNode(Map<String, Entry> entries, Position position) implements Node {

  /**
   * A key with its value.
   *
   * @param key where the key stands in the file that gave the value
   * @param value the value
   */
  public record Entry(Position key, Node value) {}

  /** Copies the entries and keeps their order. */
  public MapNode {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The value of a key, or null if the map does not have it. */
  public @Nullable Node get(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  /** A map replaces nothing: it is merged. */
  @Override
  public @Nullable Node previous() {
    return null;
  }

  @Override
  public MapNode replacing(Node node) {
    return this;
  }

  @Override
  public String kind() {
    return "a map";
  }
}
