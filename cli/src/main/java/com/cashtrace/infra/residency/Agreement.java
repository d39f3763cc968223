package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a spec declares with what a plan plans or a state holds, component by component:
 * the same places, the same classes of data, nothing missing and nothing beside it. What only the
 * spec knows (third parties) and what belongs to no component is left out.
 */
public final class Agreement {

  private static final String THIRD_PARTIES = "thirdParties.";

  /** The ways of having data of which a plan shows where; the others follow from them. */
  private static final Set<Role> PLACED = EnumSet.of(Role.PLACEMENT, Role.COPY);

  private Agreement() {}

  /** Every difference, at the component's line of the spec where there is one. */
  public static List<Problem> compare(List<Holding> declared, List<Holding> held) {
    Map<String, List<Holding>> spec = byComponent(declared);
    Map<String, List<Holding>> real = byComponent(held);
    List<Problem> problems = new ArrayList<>();
    spec.forEach(
        (component, holdings) -> {
          List<Holding> there = real.get(component);
          if (there == null) {
            String message = "'" + component + "' is declared, and nothing of it is there";
            problems.add(problem(message, location(holdings)));
          } else {
            places(component, holdings, there, problems);
            classes(component, holdings, there, problems);
          }
        });
    real.forEach(
        (component, holdings) -> {
          if (!spec.containsKey(component)) {
            String message = "'" + component + "' is there, and the spec does not declare it";
            problems.add(problem(message, location(holdings)));
          }
        });
    return problems.stream().sorted().toList();
  }

  private static void places(
      String component, List<Holding> declared, List<Holding> held, List<Problem> problems) {
    for (Aspect aspect : Aspect.values()) {
      Set<String> said = places(declared, aspect);
      Set<String> found = places(held, aspect);
      // a plan need not show each aspect by a resource of its own: keys and logs may stand
      // elsewhere
      if (!said.isEmpty() && !found.isEmpty() && !said.equals(found)) {
        String message =
            String.format(
                "'%s' has %s in %s, and the spec declares %s",
                component,
                aspect.word(),
                Words.joined(List.copyOf(found)),
                Words.joined(List.copyOf(said)));
        problems.add(problem(message, location(declared)));
      }
    }
  }

  private static Set<String> places(List<Holding> holdings, Aspect aspect) {
    Set<String> places = new TreeSet<>();
    for (Holding holding : holdings) {
      if (holding.aspect() == aspect && PLACED.contains(holding.role())) {
        places.add(name(holding.where()));
      }
    }
    return places;
  }

  /** The region is compared and not the zone, which a plan shows for some resources only. */
  private static String name(Whereabouts where) {
    if (!(where instanceof Known known)) {
      return where.toString();
    }
    return Objects.requireNonNullElse(known.region(), known.provider())
        + " ("
        + known.country()
        + ")";
  }

  private static void classes(
      String component, List<Holding> declared, List<Holding> held, List<Problem> problems) {
    Set<DataClass> said = classes(declared);
    Set<DataClass> found = classes(held);
    if (!found.isEmpty() && !said.equals(found)) {
      String message =
          String.format(
              "'%s' has data of the classes %s, and the spec declares %s",
              component, Words.classes(found), Words.classes(said));
      problems.add(problem(message, location(declared)));
    }
  }

  private static Set<DataClass> classes(List<Holding> holdings) {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    holdings.stream()
        .filter(holding -> PLACED.contains(holding.role()))
        .forEach(holding -> classes.addAll(holding.classes()));
    return classes;
  }

  private static Map<String, List<Holding>> byComponent(List<Holding> holdings) {
    Map<String, List<Holding>> byComponent = new TreeMap<>();
    for (Holding holding : holdings) {
      String component = holding.subject().component();
      // what is in every environment, such as its network, is no component of the spec
      if (component != null && component.contains(".") && !component.startsWith(THIRD_PARTIES)) {
        byComponent.computeIfAbsent(component, key -> new ArrayList<>()).add(holding);
      }
    }
    return byComponent;
  }

  private static @Nullable Location location(List<Holding> holdings) {
    return holdings.stream()
        .map(holding -> holding.subject().location())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Problem problem(String message, @Nullable Location location) {
    String hint = "plan again and apply it; undo or declare what was changed by hand";
    return Problem.unlocated("spec-and-plan-disagree", message, hint).at(location);
  }
}
