package com.cashtrace.infra.rule;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No two environments have the same state, bucket, secret, host, or name in one account. */
final class ClaimIsolationRule implements CrossRule {

  @Override
  public List<Problem> check(List<Environment> environments) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Environment> owners = new HashMap<>();
    environments.stream()
        .sorted(Comparator.comparing(Environment::name))
        .flatMap(environment -> Claim.of(environment).stream())
        .forEach(
            claim -> {
              String right = String.join("\n", claim.code(), claim.scope(), claim.what());
              Environment owner = owners.putIfAbsent(right, claim.environment());
              // twice in one environment is UniqueNameRule's business
              if (owner != null && !owner.name().equals(claim.environment().name())) {
                problems.add(problem(claim, owner));
              }
            });
    return problems;
  }

  private static Problem problem(Claim claim, Environment owner) {
    String message = claim.what() + " is that of environment '" + owner.name() + "' as well";
    return claim.atKey()
        ? claim.environment().errorAtKey(claim.code(), claim.path(), message)
        : claim.environment().error(claim.code(), claim.path(), message);
  }
}
