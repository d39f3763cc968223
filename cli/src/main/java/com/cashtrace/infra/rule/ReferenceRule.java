package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.environment.Reference;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a service uses and what a waiver is for exists, and a service that is used listens. */
final class ReferenceRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Service service : environment.services().values()) {
      for (Reference reference : service.uses().keySet()) {
        use(environment, service, reference, problems);
      }
    }
    environment
        .residency()
        .waivers()
        .forEach((name, waiver) -> waiver(environment, name, waiver.component(), problems));
    return problems;
  }

  private static void use(
      Environment environment, Service service, Reference reference, List<Problem> problems) {
    SpecPath path = service.path().child("uses").child(reference.toString());
    Component target = environment.components(reference.kind()).get(reference.key());
    String who = Subject.of(service);
    if (target == null) {
      String message = who + " uses '" + reference + "', which this environment does not have";
      problems.add(
          environment
              .errorAtKey("unknown-reference", path, message)
              .withHint(hint(environment, reference)));
    } else if (reference.kind() == Kind.SERVICES && reference.key().equals(service.key())) {
      problems.add(environment.errorAtKey("self-reference", path, who + " uses itself"));
    } else if (target instanceof Service used && used.listen() == null && !used.isScheduled()) {
      String message = who + " uses '" + reference + "', which takes no connections";
      problems.add(
          environment
              .errorAtKey("uses-no-listener", path, message)
              .withHint("give " + reference + " a listen.port, or take the use away"));
    } else if (target instanceof Service used && used.isScheduled()) {
      String message = who + " uses '" + reference + "', which only runs on a schedule";
      problems.add(environment.errorAtKey("uses-no-listener", path, message));
    }
  }

  private static void waiver(
      Environment environment, String name, String component, List<Problem> problems) {
    Reference reference = Reference.parse(component);
    if (!environment.components(reference.kind()).containsKey(reference.key())) {
      SpecPath path = SpecPath.of("residency", "waivers", name, "component");
      String message =
          "waiver '" + name + "' is for '" + reference + "', which this environment does not have";
      problems.add(
          environment
              .error("unknown-reference", path, message)
              .withHint(hint(environment, reference)));
    }
  }

  private static String hint(Environment environment, Reference reference) {
    Kind kind = reference.kind();
    Map<String, ? extends Component> there = environment.components(kind);
    return Nearest.hint(reference.key(), there.keySet(), kind.word() + " here");
  }
}
