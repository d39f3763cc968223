package com.cashtrace.infra.scan;

import java.util.Map;

/**
 * What the spec declares from which a plan was rendered.
 *
 * @param modules name of a module of the root to the component that it is of
 * @param rest what is in no such module
 */
public record DeclaredModules(Map<String, DeclaredComponent> modules, DeclaredComponent rest) {

  private static final String MODULE = "module.";

  /** Copies the map. */
  public DeclaredModules {
    modules = Map.copyOf(modules);
  }

  /** What is declared of a resource. */
  DeclaredComponent of(String bare) {
    if (!bare.startsWith(MODULE)) {
      return rest;
    }
    int end = bare.indexOf('.', MODULE.length());
    String name = bare.substring(MODULE.length(), end < 0 ? bare.length() : end);
    return modules.getOrDefault(name, rest);
  }
}
