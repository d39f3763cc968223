package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.Catalog;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * All rules there are; the only place that lists them.
 *
 * @param single those of one environment
 * @param across those between environments
 */
public record Rules(List<Rule> single, List<CrossRule> across) {

  /** Copies the lists. */
  public Rules {
    single = List.copyOf(single);
    across = List.copyOf(across);
  }

  /** Every rule, with what is known of AWS. */
  public static Rules all(Catalog catalog) {
    return new Rules(
        List.of(
            new ReferenceRule(),
            new RenameRule(),
            new AdoptRule(),
            new ZoneRule(catalog.regions()),
            new CidrRule(),
            new EndpointRule(),
            new NameRule(catalog.names()),
            new UniqueNameRule(catalog.names()),
            new TagRule(),
            new FargateRule(catalog.fargate()),
            new ListenRule(),
            new HealthRule(),
            new ScalingRule(),
            new ScheduleRule(),
            new RolloutRule(),
            new VariableRule(),
            new SecretInEnvRule(),
            new DatabaseRule(catalog.engines()),
            new CacheRule(catalog.engines()),
            new SecretRule(),
            new CountryRule(),
            new ProductionRule()),
        List.of(
            new CidrIsolationRule(),
            new AccountIsolationRule(),
            new ClaimIsolationRule(),
            new ParityRule(catalog.parity())));
  }

  /** True if region and zones of an environment are known and go together. */
  public boolean isPlaced(Environment environment) {
    return single.stream()
        .filter(ZoneRule.class::isInstance)
        .allMatch(rule -> rule.check(environment).isEmpty());
  }

  /** What is wrong with the environments, each by itself and all together; in no given order. */
  public List<Problem> check(List<Environment> environments) {
    List<Problem> problems = new ArrayList<>();
    for (Environment environment : environments) {
      single.forEach(rule -> problems.addAll(rule.check(environment)));
    }
    across.forEach(rule -> problems.addAll(rule.check(environments)));
    return problems;
  }
}
