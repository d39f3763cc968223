package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Judges whether a holding is where the rules of profiles allow its classes of data.
 *
 * @param asOf the day by which it judges
 */
record PlaceCheck(LocalDate asOf) {

  /** What a rule says, or nothing if it does not govern the holding. */
  Optional<Opinion> check(Profile profile, ResidencyRule rule, Holding holding, Set<DataClass> of) {
    EnumSet<DataClass> protectedClasses = EnumSet.noneOf(DataClass.class);
    protectedClasses.addAll(of);
    protectedClasses.retainAll(rule.classes());
    if (protectedClasses.isEmpty() || !rule.governs().contains(holding.aspect())) {
      return Optional.empty();
    }
    boolean allowed = ApprovedPlaces.allows(rule, holding.where());
    Exposure exposure = allowed ? Exposure.OK : outside(rule, holding);
    String data = Words.classes(protectedClasses) + " data";
    return Optional.of(
        new Opinion(
            exposure,
            rule.id(),
            profile.name(),
            holding,
            words(exposure, holding, data, profile.name(), rule),
            exposure == Exposure.UPCOMING ? rule.effectiveFrom() : null,
            allowed ? null : rule.fix()));
  }

  private Exposure outside(ResidencyRule rule, Holding holding) {
    if (rule.unclear()) {
      return Exposure.UNCLEAR;
    }
    LocalDate from = rule.effectiveFrom();
    if (from != null && asOf.isBefore(from)) {
      return Exposure.UPCOMING;
    }
    return holding.role() == Role.MENTION ? Exposure.UNKNOWN : Exposure.VIOLATION;
  }

  private static String words(
      Exposure exposure, Holding holding, String data, String profile, ResidencyRule rule) {
    String where = holding.where().toString();
    return switch (exposure) {
      case OK -> where + " is a place for " + data + " under " + profile;
      case UPCOMING ->
          String.format(
              "from %s %s is no place for %s under %s", rule.effectiveFrom(), where, data, profile);
      case UNCLEAR ->
          String.format("whether %s may have %s under %s is unclear", where, data, profile);
      case UNKNOWN ->
          String.format(
              "%s is no place for %s under %s, and nobody can tell whether it goes there",
              where, data, profile);
      case VIOLATION, EXCEPTION, GLOBAL_METADATA ->
          where + " is no place for " + data + " under " + profile;
    };
  }
}
