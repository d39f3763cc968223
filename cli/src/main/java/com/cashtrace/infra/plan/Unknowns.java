package com.cashtrace.infra.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts terraform's {@code after_unknown} over {@code after}, which leaves the unknown out. */
final class Unknowns {

  private Unknowns() {}

  /**
   * The value with {@link Value.Mark#UNKNOWN} wherever {@code unknown}, which has the same shape,
   * is true.
   */
  static Value over(Value value, Value unknown) {
    if (unknown.isTrue()) {
      return Value.Mark.UNKNOWN;
    }
    if (value == Value.Mark.SENSITIVE) {
      return value;
    }
    if (unknown instanceof Value.Fields map) {
      return fields(value, map.fields());
    }
    return unknown instanceof Value.Items list ? items(value, list.items()) : value;
  }

  private static Value fields(Value value, Map<String, Value> unknown) {
    Map<String, Value> fields = new LinkedHashMap<>();
    if (value instanceof Value.Fields map) {
      fields.putAll(map.fields());
    }
    unknown.forEach(
        (key, below) -> {
          Value merged = over(fields.getOrDefault(key, Value.Mark.NULL), below);
          if (merged != Value.Mark.NULL) {
            fields.put(key, merged);
          }
        });
    return fields.isEmpty() ? value : new Value.Fields(fields);
  }

  private static Value items(Value value, List<Value> unknown) {
    List<Value> items = new ArrayList<>();
    if (value instanceof Value.Items list) {
      items.addAll(list.items());
    }
    for (int i = 0; i < unknown.size(); i++) {
      Value merged = over(i < items.size() ? items.get(i) : Value.Mark.NULL, unknown.get(i));
      if (i < items.size()) {
        items.set(i, merged);
      } else {
        items.add(merged);
      }
    }
    return items.isEmpty() ? value : new Value.Items(items);
  }
}
