package com.cashtrace.infra.rule;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No two environments have an address in common. Ranges lie in each other or apart, so after
 * sorting each has to be held against the outermost one before it only.
 */
final class CidrIsolationRule implements CrossRule {

  /** An environment with its range. */
  private record Holder(Cidr cidr, Environment environment) {}

  @Override
  public List<Problem> check(List<Environment> environments) {
    List<Holder> holders = new ArrayList<>();
    for (Environment environment : environments) {
      // what is no range is reported by CidrRule
      Cidr.parse(environment.network().cidr())
          .ifPresent(cidr -> holders.add(new Holder(cidr, environment)));
    }
    holders.sort(
        Comparator.comparing(Holder::cidr).thenComparing(holder -> holder.environment().name()));
    List<Problem> problems = new ArrayList<>();
    @Nullable Holder outer = null;
    for (Holder holder : holders) {
      if (outer != null && outer.cidr().contains(holder.cidr())) {
        problems.add(overlap(holder.environment(), outer.environment()));
      } else {
        outer = holder;
      }
    }
    return problems;
  }

  private static Problem overlap(Environment environment, Environment other) {
    String message =
        String.format(
            "'%s' overlaps '%s' of environment '%s'",
            environment.network().cidr(), other.network().cidr(), other.name());
    return environment
        .error("isolation-cidr", CidrRule.PATH, message)
        .withHint("give each environment a range of its own, such as the next /16 of 10.0.0.0/8");
  }
}
