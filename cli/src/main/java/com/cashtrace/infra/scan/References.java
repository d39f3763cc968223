package com.cashtrace.infra.scan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows what expressions refer to, in the configuration that a plan holds. */
final class References {

  private final Map<String, Texts> variables;

  /**
   * Follows with the values of root variables.
   *
   * @param variables name to value
   */
  References(Map<String, Texts> variables) {
    this.variables = variables;
  }

  /** Where an argument of a resource leads to. */
  Targets of(ConfigResource resource, Expression expression) {
    return new Walk().follow(resource.module(), expression, resource.repeated());
  }

  /** Where an expression of a module leads to. */
  Targets of(ConfigModule module, Expression expression) {
    return new Walk().follow(module, expression, Set.of());
  }

  /** One expression; what was looked at is not looked at again. */
  private final class Walk {

    /** A reference of a module. */
    private record Seen(ConfigModule module, String reference) {}

    private final Targets targets = Targets.none();
    private final Set<Seen> seen = new HashSet<>();

    Targets follow(ConfigModule module, Expression expression, Collection<String> repeated) {
      if (expression.constant() != null) {
        targets.texts().addAll(expression.constant().values());
      }
      references(module, expression.references(), repeated);
      return targets;
    }

    private void references(
        ConfigModule module, Collection<String> references, Collection<String> repeated) {
      String before = "";
      for (String reference : references) {
        String bare = Address.bare(reference);
        boolean whole = !bare.startsWith("module.") || !isPartOfOther(bare, references);
        boolean shadow = isShadow(reference, before);
        before = reference;
        if (whole && !shadow && seen.add(new Seen(module, reference))) {
          reference(module, reference, bare.split("\\.", -1), repeated);
        }
      }
    }

    /** A plan lists {@code aws_x.y[0]} and behind it {@code aws_x.y} for the same one instance. */
    private static boolean isShadow(String reference, String before) {
      return before.startsWith(reference + "[");
    }

    /** A plan lists {@code module.a.b} and {@code module.a} for the same. */
    private static boolean isPartOfOther(String bare, Collection<String> references) {
      return bare.indexOf('.', "module.".length()) < 0
          && references.stream().anyMatch(other -> Address.bare(other).startsWith(bare + "."));
    }

    private void reference(
        ConfigModule module, String reference, String[] parts, Collection<String> repeated) {
      switch (parts[0]) {
        case "var" -> variable(module, parts[1]);
        case "local" -> targets.lost().add("local." + parts[1]);
        case "each" -> references(module, repeated, List.of());
        case "module" -> module(module, parts[1], parts.length > 2 ? parts[2] : null);
        case "count", "path", "terraform", "self" -> {}
        default -> resource(module, reference, parts);
      }
    }

    private void variable(ConfigModule module, String name) {
      ConfigModule parent = module.parent();
      ConfigCall call = module.call();
      Expression given = parent == null || call == null ? root(name) : call.arguments().get(name);
      if (given == null) {
        given = module.defaults().getOrDefault(name, Expression.OPAQUE);
      }
      if (parent == null || call == null) {
        follow(module, given, List.of());
      } else {
        follow(parent, given, call.repeated());
      }
    }

    private @Nullable Expression root(String name) {
      Texts value = variables.get(name);
      return value == null ? null : new Expression(List.of(), value);
    }

    private void module(ConfigModule module, String name, @Nullable String output) {
      ConfigModule called = module.children().get(name);
      if (called == null) {
        return;
      }
      for (Map.Entry<String, Expression> each : called.outputs().entrySet()) {
        if (output == null || output.equals(each.getKey())) {
          follow(called, each.getValue(), List.of());
        }
      }
    }

    private void resource(ConfigModule module, String reference, String[] parts) {
      int words = parts[0].equals("data") || parts[0].equals("ephemeral") ? 3 : 2;
      if (parts.length < words) {
        return;
      }
      String bare = String.join(".", List.of(parts).subList(0, words));
      ConfigResource resource = module.resources().get(bare);
      if (resource != null) {
        targets.resources().add(new Target(resource, indexed(reference, bare)));
      }
    }

    /** The head of a reference with its index: {@code aws_x.y["a"]} of {@code aws_x.y["a"].arn}. */
    private static String indexed(String reference, String bare) {
      if (!reference.startsWith(bare + "[")) {
        return bare;
      }
      String rest = reference.substring(bare.length());
      return bare + rest.substring(0, Address.behindIndex(rest, 1));
    }
  }
}
