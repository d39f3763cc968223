package com.cashtrace.infra.residency;

import com.cashtrace.infra.place.Whereabouts.Known;
import java.util.Collections;

/**
 * What the Act's rule on transfers is about: personal data that is, or goes, outside of Nigeria.
 *
 * @param rule the rule, with the classes that are personal data and the country at home
 */
public record TransferScope(ResidencyRule rule) {

  /** True if a basis has to be on record for it. */
  public boolean concerns(Holding holding) {
    return rule.governs().contains(holding.aspect())
        && !Collections.disjoint(rule.classes(), Examination.classes(holding))
        && holding.role() != Role.METADATA
        // a path alone takes nothing anywhere; the rules on transit tell of it
        && holding.role() != Role.PATH
        && !isAtHome(holding);
  }

  private boolean isAtHome(Holding holding) {
    return holding.where() instanceof Known known && rule.countries().contains(known.country());
  }
}
