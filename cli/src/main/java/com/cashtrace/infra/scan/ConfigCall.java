package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The call of a module.
 *
 * @param arguments variable of the module to what it is set to
 * @param repeated what {@code for_each} or {@code count} refer to
 * @param mentions a place that a constant argument names to the argument
 */
record ConfigCall(
    Map<String, Expression> arguments, Set<String> repeated, Map<Mention, String> mentions) {

  /** A call of which nothing is known yet. */
  static ConfigCall empty() {
    return new ConfigCall(new HashMap<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
  }
}
