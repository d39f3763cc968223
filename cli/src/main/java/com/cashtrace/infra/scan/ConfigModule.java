package com.cashtrace.infra.scan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module of the configuration, as often as it is called.
 *
 * @param address such as {@code module.a.module.b}; empty for the root
 * @param parent the module that calls it, or null for the root
 * @param call the call, or null for the root
 * @param children name of a call to the module that is called
 * @param resources address in this module to resource
 * @param outputs name to value
 * @param defaults name of a variable to its default
 */
record ConfigModule(
    String address,
    @Nullable ConfigModule parent,
    @Nullable ConfigCall call,
    Map<String, ConfigModule> children,
    Map<String, ConfigResource> resources,
    Map<String, Expression> outputs,
    Map<String, Expression> defaults) {

  /** A module that nothing is known of yet. */
  static ConfigModule empty(
      String address, @Nullable ConfigModule parent, @Nullable ConfigCall call) {
    return new ConfigModule(
        address,
        parent,
        call,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new HashMap<>(),
        new HashMap<>());
  }

  /** The module of that address at or below this one, or null. */
  @Nullable ConfigModule find(String wanted) {
    ConfigModule at = this;
    for (String name : names(wanted)) {
      at = at == null ? null : at.children.get(name);
    }
    return at;
  }

  private static List<String> names(String address) {
    return address.isEmpty()
        ? List.of()
        : List.of(address.substring("module.".length()).split("\\.module\\.", -1));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }

  @Override
  public String toString() {
    return address.isEmpty() ? "the root module" : address;
  }
}
