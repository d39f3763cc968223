package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A former key is free, and only one component comes from it: Terraform moves a thing once. */
final class RenameRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Map<String, Component> heirs = new HashMap<>();
      for (Component component : environment.components(kind).values()) {
        String former = component.identity().renamedFrom();
        if (former != null) {
          check(environment, component, heirs.putIfAbsent(former, component), problems);
        }
      }
    }
    return problems;
  }

  private static void check(
      Environment environment, Component component, Component heir, List<Problem> problems) {
    String former = component.identity().renamedFrom();
    Kind kind = component.identity().reference().kind();
    SpecPath path = component.path().child("renamedFrom");
    if (environment.components(kind).containsKey(former)) {
      String message =
          String.format(
              "%s was '%s', but a %s '%s' is here",
              Subject.of(component), former, Subject.word(kind), former);
      problems.add(
          environment
              .error("renamed-from-exists", path, message)
              .withHint("a former key is one that no " + Subject.word(kind) + " has any more"));
    } else if (heir != null) {
      String message =
          String.format(
              "%s was '%s', and so was %s", Subject.of(component), former, Subject.of(heir));
      problems.add(environment.error("renamed-from-twice", path, message));
    }
  }
}
