package com.cashtrace.infra.scan;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.residency.Subject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The holdings of one resource while they are found. */
final class ResourceHoldings {

  private final Held held;
  private final Set<DataClass> classes;
  private final @Nullable String component;
  private final Location location;
  private final Set<Holding> holdings = new LinkedHashSet<>();

  ResourceHoldings(
      Held held, Set<DataClass> classes, @Nullable String component, Location location) {
    this.held = held;
    this.classes = classes;
    this.component = component;
    this.location = location;
  }

  /** The resource. */
  Held held() {
    return held;
  }

  /** Everything that was found. */
  Set<Holding> all() {
    return holdings;
  }

  /**
   * Takes one.
   *
   * @param attribute the attribute that says it, or null for the resource as a whole
   */
  void add(@Nullable String attribute, Kind kind, Whereabouts where, String detail) {
    add(attribute, kind, where, recipient(where), detail);
  }

  /** Takes one whose recipient is known. */
  void add(
      @Nullable String attribute,
      Kind kind,
      Whereabouts where,
      @Nullable String recipient,
      String detail) {
    Subject subject = new Subject(held.address(), held.type(), attribute, component, location);
    holdings.add(
        new Holding(subject, classes, kind.aspect(), kind.role(), where, recipient, detail));
  }

  private static @Nullable String recipient(Whereabouts where) {
    return where instanceof Known known ? Cloud.company(known.provider()) : Cloud.AWS.company();
  }

  /** In which way and as what a place has to do with the resource. */
  record Kind(Aspect aspect, Role role) {}
}
