package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks every rule what it says of a holding.
 *
 * @param rules the rules that apply
 * @param places judges by the rules of profiles
 * @param transfers judges by the Act
 */
record Examination(RuleSet rules, PlaceCheck places, TransferCheck transfers) {

  /** Everything that is said of one holding; nothing where no rule has to do with it. */
  List<Opinion> of(Holding holding) {
    List<Opinion> opinions = new ArrayList<>();
    if (holding.role() == Role.METADATA) {
      String verdict = "a reviewed type that holds no customer data";
      opinions.add(said(Exposure.GLOBAL_METADATA, AlwaysOn.METADATA, holding, verdict, null));
      return opinions;
    }
    if (holding.classes().isEmpty() && isDeclared(holding)) {
      opinions.add(unclassed(holding));
    }
    if (holding.where() instanceof Unknown) {
      opinions.add(unknown(holding));
    } else if (holding.role() == Role.GLOBAL_SERVICE) {
      String verdict =
          "a part of a global service that exists nowhere else than " + holding.where();
      opinions.add(said(Exposure.EXCEPTION, AlwaysOn.GLOBAL_SERVICE, holding, verdict, null));
      transfers.check(holding).ifPresent(opinions::add);
    } else {
      placed(holding, opinions);
    }
    return opinions;
  }

  private void placed(Holding holding, List<Opinion> opinions) {
    Set<DataClass> classes = classes(holding);
    for (Profile profile : rules.profiles()) {
      for (ResidencyRule rule : profile.rules()) {
        Optional<Opinion> opinion = places.check(profile, rule, holding, classes);
        opinion.ifPresent(opinions::add);
      }
    }
    transfers.check(holding).ifPresent(opinions::add);
  }

  /**
   * Data of which nobody says what it is counts as personal; a part of a global service holds names
   * as a rule, and counts as what it is known to hold.
   */
  static Set<DataClass> classes(Holding holding) {
    boolean said = !holding.classes().isEmpty() || holding.role() == Role.GLOBAL_SERVICE;
    return said ? holding.classes() : EnumSet.of(DataClass.PERSONAL);
  }

  /** True if the holding is what a spec says, and not what a plan or a state has. */
  static boolean isDeclared(Holding holding) {
    return holding.subject().name().equals(holding.subject().component());
  }

  /** What is said of all holdings of a plan or a state that have no class: one thing. */
  static Optional<Opinion> assumed(List<Holding> holdings) {
    List<Holding> unclassed =
        holdings.stream()
            .filter(holding -> holding.classes().isEmpty() && !isDeclared(holding))
            .filter(holding -> holding.role() != Role.METADATA)
            .filter(holding -> holding.role() != Role.GLOBAL_SERVICE)
            .toList();
    List<String> names = unclassed.stream().map(h -> h.subject().name()).distinct().toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String verdict =
        "no data class is given, so the data counts as personal; this holds for "
            + Words.some(names, 3);
    String fix = "tag the resource with data-class, or give the classes in a file with --classes";
    return Optional.of(said(Exposure.UNCLEAR, AlwaysOn.ASSUMED, unclassed.get(0), verdict, fix));
  }

  private static Opinion unclassed(Holding holding) {
    String verdict = "no data class is given, so nobody can tell which rules apply";
    String fix = "say which classes of data it holds or handles";
    return said(Exposure.UNKNOWN, AlwaysOn.MISSING, holding, verdict, fix);
  }

  private static Opinion unknown(Holding holding) {
    String verdict = "where that is, is " + holding.where();
    String fix = "name the place literally, or give a place that this program knows";
    return said(Exposure.UNKNOWN, AlwaysOn.UNKNOWN, holding, verdict, fix);
  }

  private static Opinion said(
      Exposure exposure, String rule, Holding holding, String verdict, @Nullable String fix) {
    return new Opinion(exposure, rule, null, holding, verdict, null, fix);
  }
}
