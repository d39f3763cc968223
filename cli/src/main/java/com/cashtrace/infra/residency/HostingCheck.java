package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.ThirdParty;
import com.cashtrace.infra.place.Once;
import com.cashtrace.infra.place.Processor;
import com.cashtrace.infra.place.Processor.African;
import com.cashtrace.infra.place.Processors;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Holds what a spec says of a third party against what is known of that company: one that has no
 * hosting in Africa does not keep data there, whatever the spec says.
 */
public final class HostingCheck {

  private static final Set<String> AFRICA =
      Set.of(
          """
          DZ AO BJ BW BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG
          MW ML MR MU MA MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW"""
              .split("\\s+"));

  private final Once<Processors> processors;

  /** Reads the catalogue once, and only if a spec says that somebody keeps data in Africa. */
  public HostingCheck(Supplier<Processors> processors) {
    this.processors = new Once<>(processors);
  }

  /** The catalogue, for who needs more of it. */
  public Processors processors() {
    return processors.get();
  }

  /** What is known to be wrong, each at the country of the third party. */
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (ThirdParty party : environment.thirdParties().values()) {
      if (AFRICA.contains(party.country())) {
        Optional<Processor> known = processors.get().of(party.processor());
        known
            .filter(processor -> processor.african() == African.NO)
            .ifPresent(processor -> problems.add(problem(environment, party, processor)));
      }
    }
    return problems;
  }

  private static Problem problem(Environment environment, ThirdParty party, Processor processor) {
    String message =
        String.format(
            "third party '%s' is said to keep data in '%s', and %s has no hosting in Africa",
            party.key(), party.country(), processor.name());
    String places =
        processor.countries().isEmpty()
            ? "see " + processor.source()
            : "it keeps data in "
                + String.join(", ", processor.countries())
                + " ("
                + processor.source()
                + ")";
    return environment
        .error("third-party-country", party.path().child("country"), message)
        .withHint(places);
  }
}
