package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import java.util.Objects;

/**
 * What a component is called inside things that must not change when its key does: its key at the
 * time when it was made. So a rename changes addresses in the state and nothing at AWS.
 */
final class Stem {

  private Stem() {}

  /**
   * The former key, read from the name at AWS where that is made of environment and key: so it
   * stays the same when the spec says {@code name:} instead of {@code renamedFrom:} one day.
   */
  static String of(Environment environment, Component component) {
    String name = component.name();
    String prefix = environment.name();
    String suffix = "-" + environment.account().id();
    if (name.startsWith(prefix + "-") || name.startsWith(prefix + "/")) {
      String rest = name.substring(prefix.length() + 1);
      String stem =
          rest.endsWith(suffix) ? rest.substring(0, rest.length() - suffix.length()) : rest;
      if (stem.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
        return stem;
      }
    }
    return Objects.requireNonNullElse(component.identity().renamedFrom(), component.key());
  }

  /** The same with the kind before it, as in {@code databases.main}. */
  static String reference(Environment environment, Component component) {
    return component.identity().reference().kind().word() + "." + of(environment, component);
  }
}
