package com.cashtrace.infra.scan;

import java.util.HashMap;
import java.util.Map;

/** Equal values become the same object: a module that is called often is written out each time. */
final class Pool {

  private final Map<Object, Object> values = new HashMap<>();

  /** The first value that was equal to this one. */
  @SuppressWarnings("unchecked") // equal objects of one record or class are of one type
  <T> T same(T value) {
    Object first = values.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }
}
