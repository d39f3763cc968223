package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks that tell Terraform of renamed components and of things that it takes over. */
final class Addresses {

  private static final Pattern INDEXED = Pattern.compile("([^\\[]+)\\[\"(.*)\"\\]");

  private Addresses() {}

  /** A move from the old module to the new one for each renamed component. */
  static List<Map<String, Object>> moves(Environment environment) {
    List<Map<String, Object>> moves = new ArrayList<>();
    for (Component component : sorted(environment)) {
      Identity identity = component.identity();
      if (identity.renamedFrom() != null) {
        String old = identity.reference().kind().word() + "_" + identity.renamedFrom();
        moves.add(
            View.of(component)
                .with("from", new Expression("module." + old))
                .with("to", new Expression("module." + component.module()))
                .map());
      }
    }
    return moves;
  }

  /** An import for each entry of {@code adopt}. */
  static List<Map<String, Object>> imports(Environment environment) {
    List<Map<String, Object>> imports = new ArrayList<>();
    for (Component component : sorted(environment)) {
      new TreeMap<>(component.identity().adopt())
          .forEach(
              (suffix, id) ->
                  imports.add(
                      View.of(component)
                          .with("to", address(component.module(), suffix))
                          .with("id", id)
                          .map()));
    }
    return imports;
  }

  /** The schema lets any text stand between the quotes of an index, so it is quoted again. */
  private static Expression address(String module, String suffix) {
    Matcher indexed = INDEXED.matcher(suffix);
    String resource =
        indexed.matches()
            ? indexed.group(1) + "[" + HclText.quoted(indexed.group(2)) + "]"
            : suffix;
    return new Expression("module." + module + "." + resource);
  }

  private static List<Component> sorted(Environment environment) {
    Map<String, Component> sorted = new TreeMap<>();
    environment.made().forEach(component -> sorted.put(component.module(), component));
    return List.copyOf(sorted.values());
  }
}
