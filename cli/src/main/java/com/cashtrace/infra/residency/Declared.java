package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Takes down what one part of a spec declares.
 *
 * @param subject the part
 * @param site the place of the environment
 * @param holdings where the holdings go
 */
record Declared(Subject subject, Site site, List<Holding> holdings) {

  /** It has something in the region: {@code keeps its backups}. */
  void kept(Aspect aspect, Role role, String does, Collection<DataClass> classes) {
    at(List.of(site.region()), aspect, role, does, classes);
  }

  /** It has something at each of the places. */
  void at(
      List<Whereabouts> where,
      Aspect aspect,
      Role role,
      String does,
      Collection<DataClass> classes) {
    Set<DataClass> set = Set.copyOf(classes);
    for (Whereabouts each : where) {
      String detail = does + " in " + name(each);
      holdings.add(new Holding(subject, set, aspect, role, each, site.recipient(), detail));
    }
  }

  /** It is a company that gets data. */
  void sent(Whereabouts where, String recipient, Collection<DataClass> classes) {
    String detail = "is " + recipient + ", which keeps data in " + name(where);
    holdings.add(
        new Holding(
            subject,
            Set.copyOf(classes),
            Aspect.AT_REST,
            Role.DESTINATION,
            where,
            recipient,
            detail));
  }

  private static String name(Whereabouts where) {
    if (where instanceof Known known) {
      return known.zone() != null
          ? known.zone()
          : known.region() != null ? known.region() : known.country();
    }
    return "a place that is not known";
  }
}
