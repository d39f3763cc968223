package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.CausedName;
import com.cashtrace.infra.catalog.NameLimits;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * AWS takes every name that the environment causes. Of several limits that one name breaks the
 * tightest is reported.
 *
 * @param limits what AWS takes
 */
record NameRule(NameLimits limits) implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    worst(limits.of("environment"), environment.name())
        .map(caused -> "the environment's name: " + what(caused, environment.name()))
        .map(message -> environment.error("aws-name", SpecPath.ROOT, message))
        .ifPresent(problems::add);
    for (Component component : environment.components()) {
      worst(CausedNames.of(limits, component), component.name())
          .map(caused -> problem(environment, component, caused))
          .ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<CausedName> worst(List<CausedName> names, String name) {
    return names.stream()
        .filter(caused -> !fits(caused, name))
        .min(
            Comparator.comparing((CausedName caused) -> caused.limit().fits(caused.of(name)))
                .thenComparing(CausedName::room));
  }

  private static boolean fits(CausedName caused, String name) {
    return caused.limit().fits(caused.of(name)) && caused.limit().matches(caused.of(name));
  }

  private static Problem problem(Environment environment, Component component, CausedName caused) {
    String message = Subject.of(component) + ": " + what(caused, component.name());
    boolean named = component.identity().named();
    SpecPath name = component.path().child("name");
    Problem problem =
        named
            ? environment.error("aws-name", name, message)
            : environment.errorAtKey("aws-name", component.path(), message);
    String fix = named ? "choose a name" : "shorten the key, or give " + name + " a name";
    return problem.withHint(fix + " of at most " + caused.room() + " " + caused.limit().words());
  }

  private static String what(CausedName caused, String name) {
    String full = caused.of(name);
    String limit =
        full.length() > caused.limit().max()
            ? "has " + full.length() + " characters, and AWS allows " + caused.limit().max()
            : full.length() < caused.limit().min()
                ? "has " + full.length() + " characters, and AWS wants " + caused.limit().min()
                : "has other characters or another order than allowed";
    return String.format("the name '%s' of the %s %s", full, caused.limit().title(), limit);
  }
}
