package com.cashtrace.infra.rule;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Environments beside each other, for tests of what is between them. */
final class Fleet {

  private Fleet() {}

  /** The overlay of an environment that has everything of its own; the number is at most 255. */
  static String own(String name, int number) {
    return """
        account: { id: "10000000%04d" }
        state: { bucket: state-%d, key: %s/terraform.tfstate }
        dns: { domain: %s.cashtrace.ng }
        network: { cidr: 10.%d.0.0/16 }
        services: { api: { listen: { host: api.%s.cashtrace.ng } } }
        """
        .formatted(number, number, name, name, number, name);
  }

  /** Problems of the cross rules alone, each as {@code place code message}. */
  static List<String> found(List<Environment> environments) {
    return problems(environments).stream()
        .sorted()
        .map(it -> it.location() + " " + it.code() + " " + it.message())
        .toList();
  }

  static List<Problem> problems(List<Environment> environments) {
    List<Problem> problems = new ArrayList<>();
    Rules.all(Specs.CATALOG).across().forEach(rule -> problems.addAll(rule.check(environments)));
    return problems;
  }
}
