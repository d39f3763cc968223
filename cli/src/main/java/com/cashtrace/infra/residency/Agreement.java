package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares two of the three that say where data is: the spec, the plan and the state. They must
 * have the same parts, in the same places, with the same classes of data. What only the spec knows
 * (third parties) and what every environment has is left out where a spec is one of the two.
 *
 * @param expected what the other has to agree with: a spec before a plan, a plan before a state
 * @param found what is held against it
 */
public record Agreement(Stated expected, Stated found) {

  private static final String THIRD_PARTIES = "thirdParties.";

  private static final Pattern MODULE = Pattern.compile("^(module\\.[^.\\[]+).*");

  /** The ways of having data of which a plan shows where; the others follow from them. */
  private static final Set<Role> PLACED = EnumSet.of(Role.PLACEMENT, Role.COPY);

  /** Who says where data is. */
  public enum Side {
    SPEC("the spec", "declares"),
    PLAN("the plan", "plans"),
    STATE("the state", "holds");

    private final String name;
    private final String verb;

    Side(String name, String verb) {
      this.name = name;
      this.verb = verb;
    }

    private String says() {
      return name + " " + verb;
    }
  }

  /**
   * What one of them says.
   *
   * @param side which of them
   * @param holdings everything that it says
   * @param tagged true if its resources say of which spec they are, so that one of no part of the
   *     spec is one too many
   */
  public record Stated(Side side, List<Holding> holdings, boolean tagged) {

    /** Copies the holdings. */
    public Stated {
      holdings = List.copyOf(holdings);
    }
  }

  /** Every difference, at the component's line of the spec where there is one. */
  public List<Problem> differences() {
    Map<String, List<Holding>> said = parts(expected);
    Map<String, List<Holding>> there = parts(found);
    List<Problem> problems = new ArrayList<>();
    said.forEach(
        (part, holdings) -> {
          List<Holding> here = there.get(part);
          if (here == null) {
            String message =
                String.format(
                    "%s '%s', and nothing of it is in %s",
                    expected.side().says(), part, found.side().name);
            problems.add(problem(message, location(holdings)));
          } else {
            problems.addAll(places(part, holdings, here));
            problems.addAll(classes(part, holdings, here));
          }
        });
    there.forEach(
        (part, holdings) -> {
          if (!said.containsKey(part)) {
            String message =
                String.format(
                    "%s '%s', and %s does not have it",
                    found.side().says(), part, expected.side().name);
            problems.add(problem(message, location(holdings)));
          }
        });
    return problems.stream().sorted().toList();
  }

  private List<Problem> places(String part, List<Holding> said, List<Holding> there) {
    List<Problem> problems = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      Set<String> wanted = places(said, aspect);
      Set<String> actual = places(there, aspect);
      // a plan need not show each aspect by a resource of its own: keys and logs may stand
      // elsewhere
      if (!wanted.isEmpty()
          && !actual.isEmpty()
          && !wanted.equals(actual)
          && isTold(said, aspect)) {
        String message =
            String.format(
                "'%s' has %s in %s, and %s %s",
                part,
                aspect.word(),
                Words.joined(List.copyOf(actual)),
                expected.side().says(),
                Words.joined(List.copyOf(wanted)));
        problems.add(problem(message, location(said)));
      }
    }
    return problems;
  }

  /** What a plan could not tell yet is told by the state, and nothing contradicts it. */
  private boolean isTold(List<Holding> said, Aspect aspect) {
    return expected.side() != Side.PLAN
        || said.stream()
            .filter(holding -> holding.aspect() == aspect)
            .noneMatch(holding -> holding.where() instanceof Unknown);
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

  private List<Problem> classes(String part, List<Holding> said, List<Holding> there) {
    Set<DataClass> wanted = classes(said);
    Set<DataClass> actual = classes(there);
    if (actual.isEmpty() || wanted.equals(actual)) {
      return List.of();
    }
    String message =
        String.format(
            "'%s' has data of the classes %s, and %s %s",
            part,
            Words.classes(actual),
            expected.side().says(),
            wanted.isEmpty() ? "none" : Words.classes(wanted));
    return List.of(problem(message, location(said)));
  }

  private static Set<DataClass> classes(List<Holding> holdings) {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    holdings.stream()
        .filter(holding -> PLACED.contains(holding.role()))
        .forEach(holding -> classes.addAll(holding.classes()));
    return classes;
  }

  private Map<String, List<Holding>> parts(Stated stated) {
    Map<String, List<Holding>> parts = new TreeMap<>();
    for (Holding holding : stated.holdings()) {
      String part =
          expected.side() == Side.SPEC ? component(holding, stated.tagged()) : resource(holding);
      if (part != null) {
        parts.computeIfAbsent(part, key -> new ArrayList<>()).add(holding);
      }
    }
    return parts;
  }

  /**
   * What is in every environment, such as its network, is no component of the spec; what belongs to
   * nothing at all goes by its module, or by its own name.
   */
  private static @Nullable String component(Holding holding, boolean tagged) {
    String component = holding.subject().component();
    if (component != null) {
      boolean declared = component.contains(".") && !component.startsWith(THIRD_PARTIES);
      return declared ? component : null;
    }
    String resource = tagged ? resource(holding) : null;
    return resource == null ? null : MODULE.matcher(resource).replaceFirst("$1");
  }

  /** A plan and a state name the same resources; providers and modules are in the plan alone. */
  private static @Nullable String resource(Holding holding) {
    return PLACED.contains(holding.role()) ? holding.subject().name() : null;
  }

  private static @Nullable Location location(List<Holding> holdings) {
    return holdings.stream()
        .map(holding -> holding.subject().location())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Problem problem(String message, @Nullable Location location) {
    String code =
        expected.side() == Side.PLAN
            ? "plan-and-state-disagree"
            : found.side() == Side.PLAN ? "spec-and-plan-disagree" : "spec-and-state-disagree";
    String hint = "plan again and apply it; undo or declare what was changed by hand";
    return Problem.unlocated(code, message, hint).at(location);
  }
}
