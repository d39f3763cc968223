package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Residency.Transfer;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges whether a transfer out of Nigeria has its recorded basis. Africa is no exception: the Act
 * speaks of another country.
 *
 * @param rule the rule of the Act, with the classes that are personal data and the country at home
 * @param register where the bases are recorded
 * @param asOf the day by which it judges; what is recorded later does not count yet
 */
record TransferCheck(ResidencyRule rule, Register register, LocalDate asOf) {

  /** True if personal data is or goes outside Nigeria by this holding. */
  boolean concerns(Holding holding, Set<DataClass> classes) {
    return rule.governs().contains(holding.aspect())
        && !Collections.disjoint(rule.classes(), classes)
        // a path alone takes nothing anywhere; the rules on transit tell of it
        && holding.role() != Role.PATH
        && !isAtHome(holding);
  }

  private boolean isAtHome(Holding holding) {
    return holding.where() instanceof Known known && rule.countries().contains(known.country());
  }

  /** What the Act says, or nothing if the holding is no transfer or there is no register. */
  Optional<Opinion> check(Holding holding, Set<DataClass> classes) {
    if (!register.isKnown() || !concerns(holding, classes)) {
      return Optional.empty();
    }
    if (holding.where() instanceof Known known) {
      return Optional.of(to(known, holding));
    }
    if (holding.where() instanceof Worldwide) {
      // a connection that ends at the nearest edge keeps nothing there; a copy or a cache does
      boolean passing = holding.role() == Role.EDGE && holding.aspect() == Aspect.TRANSIT;
      return Optional.of(
          passing
              ? opinion(
                  Exposure.UNCLEAR,
                  holding,
                  "personal data passes through many countries; whether each is a transfer is"
                      + " unclear")
              : opinion(
                  Exposure.VIOLATION,
                  holding,
                  "personal data is in or goes to many countries, and no recorded basis can cover"
                      + " them"));
    }
    return Optional.empty();
  }

  private Opinion to(Known known, Holding holding) {
    String target = target(known, holding);
    Optional<Map.Entry<String, Transfer>> recorded =
        register.transfer(known.country(), holding.recipient(), asOf);
    if (recorded.isPresent()) {
      Transfer transfer = recorded.get().getValue();
      return opinion(
          Exposure.OK,
          holding,
          String.format(
              "the transfer to %s has its recorded basis '%s' (%s, %s)",
              target, recorded.get().getKey(), transfer.basis(), transfer.reference()));
    }
    return holding.role() == Role.MENTION
        ? opinion(
            Exposure.UNKNOWN,
            holding,
            "no basis of a transfer to "
                + target
                + " is recorded, and nobody can tell whether personal data goes there")
        : opinion(
            Exposure.VIOLATION, holding, "no basis of the transfer to " + target + " is recorded");
  }

  /** Such as {@code ZA (Amazon Web Services)}. */
  static String target(Known known, Holding holding) {
    return holding.recipient() == null
        ? known.country()
        : known.country() + " (" + holding.recipient() + ")";
  }

  private Opinion opinion(Exposure exposure, Holding holding, String verdict) {
    return new Opinion(
        exposure,
        rule.id(),
        null,
        holding,
        verdict,
        null,
        exposure == Exposure.OK ? null : rule.fix());
  }
}
