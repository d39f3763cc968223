package com.cashtrace.infra.scan;

import java.util.Map;
import java.util.Optional;

/**
 * Values by resource type, where {@code aws_iam_*} stands for every type that begins so and the
 * longest entry wins.
 *
 * @param entries types and beginnings of types
 */
record TypeTable<T>(Map<String, T> entries) {

  /** Copies the map. */
  TypeTable {
    entries = Map.copyOf(entries);
  }

  Optional<T> of(String type) {
    T exact = entries.get(type);
    int end = type.length();
    while (exact == null && end > 0) {
      end = type.lastIndexOf('_', end - 1);
      exact = end < 0 ? null : entries.get(type.substring(0, end) + "_*");
    }
    return Optional.ofNullable(exact);
  }
}
