package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.Component;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the values that a template sees under one name, called as Terraform calls them. */
final class View {

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** What every component's block begins with: where it comes from and what it is called. */
  static View of(Component component) {
    return new View()
        .with("path", new Expression(component.path().toString()))
        .with("module", component.module())
        .with("name", component.name());
  }

  /** Adds a value; null becomes the null of HCL. */
  View with(String name, @Nullable Object value) {
    values.put(name, value == null ? Expression.NULL : value);
    return this;
  }

  /** What was collected, in that order. */
  Map<String, Object> map() {
    return Collections.unmodifiableMap(values);
  }
}
