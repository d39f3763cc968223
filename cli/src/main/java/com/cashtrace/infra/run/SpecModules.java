package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.SpecHoldings;
import com.cashtrace.infra.scan.DeclaredComponent;
import com.cashtrace.infra.scan.DeclaredModules;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of every module of a rendered root which part of the spec it is of. */
final class SpecModules {

  /** Parts that every environment has, with the modules that are made for them. */
  private static final Map<String, List<String>> FOUNDATION =
      Map.of(
          "network", List.of("network"),
          "registry", List.of("registry"),
          "load-balancer", List.of("load_balancer", "load_balancer_logs"));

  /** Modules that every component shares. */
  private static final List<String> SHARED = List.of("cluster", "encryption", "parameters");

  private SpecModules() {}

  /** The modules of an environment; what is shared by all may hold whatever any of them holds. */
  static DeclaredModules of(Environment environment, Places places) {
    Map<String, Set<DataClass>> classes = new HashMap<>();
    Map<String, Location> lines = new HashMap<>();
    Set<DataClass> all = EnumSet.of(DataClass.OPERATIONAL);
    for (Holding holding : SpecHoldings.of(environment, places)) {
      String name = holding.subject().name();
      classes
          .computeIfAbsent(name, key -> EnumSet.noneOf(DataClass.class))
          .addAll(holding.classes());
      if (holding.subject().location() != null) {
        lines.putIfAbsent(name, holding.subject().location());
      }
      all.addAll(holding.classes());
    }
    Map<String, DeclaredComponent> modules = new HashMap<>();
    for (Component component : environment.components()) {
      String name = component.identity().reference().toString();
      modules.put(component.module(), component(name, classes, lines));
    }
    FOUNDATION.forEach(
        (name, made) ->
            made.forEach(module -> modules.put(module, component(name, classes, lines))));
    SHARED.forEach(name -> modules.put(name, new DeclaredComponent(name, all, null)));
    return new DeclaredModules(modules, new DeclaredComponent(null, all, null));
  }

  private static DeclaredComponent component(
      String name, Map<String, Set<DataClass>> classes, Map<String, Location> lines) {
    return new DeclaredComponent(name, classes.getOrDefault(name, Set.of()), lines.get(name));
  }
}
