package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;

/** How messages speak of the parts of a spec, and whether the user wrote them. */
final class Subject {

  private Subject() {}

  /** Such as {@code service 'api'}. */
  static String of(Component component) {
    return word(component.identity().reference().kind()) + " '" + component.key() + "'";
  }

  /** One of a kind: {@code service}, {@code cache}. */
  static String word(Kind kind) {
    return kind.one();
  }

  /** True if some file of the environment says it, false if it is a default or absent. */
  static boolean isWritten(Environment environment, SpecPath path) {
    return environment.document().find(path).filter(n -> !n.position().implied()).isPresent();
  }
}
