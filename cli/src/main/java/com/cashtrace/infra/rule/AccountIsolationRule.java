package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Production has its account for itself. */
final class AccountIsolationRule implements CrossRule {

  private static final SpecPath PATH = SpecPath.of("account", "id");

  @Override
  public List<Problem> check(List<Environment> environments) {
    List<Environment> sorted =
        environments.stream().sorted(Comparator.comparing(Environment::name)).toList();
    Map<String, Environment> productions = new HashMap<>();
    for (Environment environment : sorted) {
      if (environment.tier() == Tier.PRODUCTION) {
        productions.putIfAbsent(environment.account().id(), environment);
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (Environment environment : sorted) {
      String id = environment.account().id();
      Environment production = productions.get(id);
      if (production != null && !production.name().equals(environment.name())) {
        String message =
            "the account '" + id + "' is that of production '" + production.name() + "'";
        problems.add(
            environment
                .error("isolation-account", PATH, message)
                .withHint("production shares its account with nothing"));
      }
    }
    return problems;
  }
}
