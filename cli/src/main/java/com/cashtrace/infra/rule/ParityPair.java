package com.cashtrace.infra.rule;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Environment> productions = new LinkedHashMap<>();
    ofTier(environments, Tier.PRODUCTION).forEach(each -> productions.put(each.name(), each));
    List<ParityPair> pairs = new ArrayList<>();
    for (Environment staging : ofTier(environments, Tier.STAGING)) {
      counterpart(staging, productions)
          .ifPresent(production -> pairs.add(new ParityPair(staging, production)));
    }
    return pairs;
  }

  /** {@code staging-lagos} rehearses {@code production-lagos}; the only production serves all. */
  private static Optional<Environment> counterpart(
      Environment staging, Map<String, Environment> productions) {
    if (productions.size() == 1) {
      return productions.values().stream().findFirst();
    }
    return Optional.ofNullable(productions.get(staging.name().replace("staging", "production")));
  }

  private static List<Environment> ofTier(List<Environment> environments, Tier tier) {
    return environments.stream().filter(environment -> environment.tier() == tier).toList();
  }
}
