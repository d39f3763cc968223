package com.cashtrace.infra.rule;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A staging environment and the production that it rehearses.
 *
 * @param staging the smaller one
 * @param production what it must equal
 */
record ParityPair(Environment staging, Environment production) {

  /** Each staging environment with its production; one without a counterpart is left out. */
  static List<ParityPair> among(List<Environment> environments) {
    List<Environment> productions = ofTier(environments, Tier.PRODUCTION);
    List<ParityPair> pairs = new ArrayList<>();
    for (Environment staging : ofTier(environments, Tier.STAGING)) {
      counterpart(staging, productions)
          .ifPresent(production -> pairs.add(new ParityPair(staging, production)));
    }
    return pairs;
  }

  /** {@code staging-lagos} rehearses {@code production-lagos}; the only production serves all. */
  private static Optional<Environment> counterpart(
      Environment staging, List<Environment> productions) {
    if (productions.size() == 1) {
      return Optional.of(productions.get(0));
    }
    String name = staging.name().replace("staging", "production");
    return productions.stream().filter(production -> production.name().equals(name)).findFirst();
  }

  private static List<Environment> ofTier(List<Environment> environments, Tier tier) {
    return environments.stream().filter(environment -> environment.tier() == tier).toList();
  }
}
