package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.CausedName;
import com.cashtrace.infra.catalog.NameLimits;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * No two things of one kind at AWS would get the same name within an environment.
 *
 * @param limits which names a component causes
 */
record UniqueNameRule(NameLimits limits) implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Component> owners = new HashMap<>();
    for (Component component : environment.components()) {
      for (CausedName caused : CausedNames.of(limits, component)) {
        String name = caused.of(component.name());
        // several kinds of resources fold case, and none of them gains by two names that differ in
        // it
        String key = caused.limit().title() + " " + name.toLowerCase(Locale.ROOT);
        Component owner = owners.putIfAbsent(key, component);
        if (owner != null && !owner.path().equals(component.path())) {
          String message =
              String.format(
                  "%s and %s both get the %s '%s'",
                  Subject.of(owner), Subject.of(component), caused.limit().title(), name);
          problems.add(problem(environment, component, message));
          break;
        }
      }
      if (isStateBucket(environment, component)) {
        String message = Subject.of(component) + " is the bucket that holds Terraform's state";
        problems.add(problem(environment, component, message));
      }
    }
    return problems;
  }

  private static boolean isStateBucket(Environment environment, Component component) {
    return component.identity().reference().kind() == Kind.BUCKETS
        && component.name().equals(environment.state().bucket());
  }

  private static Problem problem(Environment environment, Component component, String message) {
    SpecPath name = component.path().child("name");
    return component.identity().named()
        ? environment.error("name-duplicate", name, message)
        : environment.errorAtKey("name-duplicate", component.path(), message);
  }
}
