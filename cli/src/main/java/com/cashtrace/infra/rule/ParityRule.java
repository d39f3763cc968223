package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.ParityExemptions;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Staging equals production but for what the catalogue exempts and what a spec declares with a
 * reason; a declaration that excuses nothing is told too.
 *
 * @param exempt what may differ undeclared
 */
record ParityRule(ParityExemptions exempt) implements CrossRule {

  private static final SpecPath DECLARED = SpecPath.of("parity", "differs");

  @Override
  public List<Problem> check(List<Environment> environments) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Environment> compared = new LinkedHashMap<>();
    Map<String, Set<String>> used = new LinkedHashMap<>();
    for (ParityPair pair : ParityPair.among(environments)) {
      Set<String> excusing = check(pair, problems);
      for (Environment environment : List.of(pair.staging(), pair.production())) {
        compared.put(environment.name(), environment);
        used.computeIfAbsent(environment.name(), name -> new HashSet<>()).addAll(excusing);
      }
    }
    compared.forEach(
        (name, environment) -> unused(environment, used.getOrDefault(name, Set.of()), problems));
    return problems;
  }

  /** Adds the differences of a pair, and returns the declarations that excused some. */
  private Set<String> check(ParityPair pair, List<Problem> problems) {
    Set<String> declared = new LinkedHashSet<>(declared(pair.staging()).keySet());
    declared.addAll(declared(pair.production()).keySet());
    Set<String> excusing = new HashSet<>();
    for (Difference difference :
        Difference.between(
            pair.staging().document().root(),
            pair.production().document().root(),
            exempt::covers)) {
      String path = String.join(".", difference.path().segments());
      List<String> excuses =
          declared.stream().filter(it -> path.equals(it) || path.startsWith(it + ".")).toList();
      excusing.addAll(excuses);
      if (excuses.isEmpty()) {
        problems.add(ParityProblem.of(pair, difference, path));
      }
    }
    return excusing;
  }

  private static Map<String, MapNode.Entry> declared(Environment environment) {
    return environment
        .document()
        .find(DECLARED)
        .map(node -> node instanceof MapNode map ? map.entries() : null)
        .orElse(Map.of());
  }

  private static void unused(Environment environment, Set<String> used, List<Problem> problems) {
    declared(environment)
        .forEach(
            (path, entry) -> {
              if (!used.contains(path)) {
                String message = "'" + path + "' is declared to differ and does not";
                problems.add(
                    Problem.warning("parity-unused", message, entry.key().location())
                        .withHint("take the entry away, or correct its path"));
              }
            });
  }
}
