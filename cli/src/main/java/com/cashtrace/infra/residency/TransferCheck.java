package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.Residency.Transfer;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether a transfer out of Nigeria has its recorded basis. Africa is no exception: the Act
 * speaks of another country.
 *
 * @param rule the rule of the Act, with the classes that are personal data and the country at home
 * @param register where the bases are recorded
 * @param asOf the day by which it judges; what is recorded later does not count yet
 */
record TransferCheck(ResidencyRule rule, Register register, LocalDate asOf) {

  /** What the Act says, or nothing if the holding is no transfer. */
  Optional<Opinion> check(Holding holding) {
    if (!concerns(holding)) {
      return Optional.empty();
    }
    if (holding.where() instanceof Known known) {
      // without a register there is one thing to say of all transfers
      return register.isKnown() ? Optional.of(to(known, holding)) : Optional.empty();
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

  private boolean concerns(Holding holding) {
    return new TransferScope(rule).concerns(holding);
  }

  /** What is said of all transfers where there is no register to look them up in: one thing. */
  Optional<Opinion> untold(List<Holding> holdings) {
    List<Holding> abroad =
        register.isKnown()
            ? List.of()
            : holdings.stream()
                .filter(holding -> holding.where() instanceof Known && concerns(holding))
                .toList();
    if (abroad.isEmpty()) {
      return Optional.empty();
    }
    List<String> targets =
        abroad.stream()
            .map(holding -> target((Known) holding.where(), holding))
            .distinct()
            .sorted()
            .toList();
    List<String> names = abroad.stream().map(each -> each.subject().name()).distinct().toList();
    String verdict =
        String.format(
            "no basis of a transfer to %s is known, because no spec records any%s",
            Words.joined(targets),
            names.size() == 1 ? "" : "; this holds for " + Words.some(names, 3));
    return Optional.of(opinion(Exposure.UNCLEAR, abroad.get(0), verdict));
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
