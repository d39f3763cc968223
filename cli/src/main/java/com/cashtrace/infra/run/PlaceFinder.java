package com.cashtrace.infra.run;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.terraform.Diagnostic;
import com.cashtrace.infra.terraform.OnlineAdvice;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leads from terraform's words back to the spec.
 *
 * @param environment the environment that was rendered
 * @param root how the rendered root is called in messages
 * @param around how things stand where terraform works
 */
record PlaceFinder(Environment environment, String root, OnlineAdvice.Surroundings around) {

  private static final Pattern MODULE = Pattern.compile("^module\\.(?<name>[A-Za-z0-9_-]+)");

  private static final Set<String> UNEXPLAINED = Set.of("terraform-error", "plan-unreadable");

  /** The key of the component whose module holds the resource, or null if no component does. */
  @Nullable Location component(String address) {
    Matcher module = MODULE.matcher(address);
    if (!module.find()) {
      return null;
    }
    return environment.components().stream()
        .filter(component -> component.module().equals(module.group("name")))
        .map(Component::path)
        .map(this::key)
        .findFirst()
        .orElse(null);
  }

  /** What is planned as new although it is adopted: only AWS can tell what is there already. */
  List<Problem> adoptions() {
    return environment.components().stream()
        .filter(component -> !component.identity().adopt().isEmpty())
        .map(
            component ->
                Problem.warning(
                    "adopt-offline",
                    "what '" + component.path() + "' adopts is planned as new without an account",
                    key(component.path().child("adopt"))))
        .toList();
  }

  private Location key(SpecPath path) {
    return environment.document().locateKey(path);
  }

  /** What terraform found wrong: at the spec if a component is to blame, else in the root. */
  Problem problem(Diagnostic diagnostic) {
    Problem problem = diagnostic.problem();
    Location inSpec = diagnostic.address() == null ? null : component(diagnostic.address());
    Location place = inSpec == null ? inRoot(problem.location()) : inSpec;
    return new OnlineAdvice(environment.name(), around).explain(diagnostic, problem.at(place));
  }

  /** The same for what came as a problem already, where nobody knew better what it means. */
  Problem explained(Problem problem) {
    if (!isUnexplained(problem)) {
      return problem;
    }
    Diagnostic diagnostic = new Diagnostic(Severity.ERROR, problem.message(), "", null, null);
    return new OnlineAdvice(environment.name(), around).explain(diagnostic, problem);
  }

  /** True for a problem of which terraform's words are all that is known. */
  static boolean isUnexplained(Problem problem) {
    return UNEXPLAINED.contains(problem.code());
  }

  /** The same place, with the root's name before the file. */
  @Nullable Location inRoot(@Nullable Location place) {
    return place == null
        ? null
        : new Location(root + "/" + place.file(), place.line(), place.column(), place.excerpt());
  }
}
