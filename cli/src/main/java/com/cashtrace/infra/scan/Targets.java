package com.cashtrace.infra.scan;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an expression leads to, through variables, outputs and repetitions.
 *
 * @param resources resources and data sources
 * @param texts constants
 * @param lost what a plan does not explain, such as {@code local.name}
 */
record Targets(Set<Target> resources, Set<String> texts, Set<String> lost) {

  static Targets none() {
    return new Targets(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
  }
}
