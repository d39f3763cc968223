package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.Position;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.document.SpecPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A place where two specs differ: the highest one, so a component that only one of them has is one
 * difference.
 *
 * @param path where
 * @param left entry of the first spec, or null if it lacks the key
 * @param right entry of the second, or null likewise
 */
record Difference(SpecPath path, MapNode.@Nullable Entry left, MapNode.@Nullable Entry right) {

  /** All differences of two maps, in the order of the first, paths to skip left out. */
  static List<Difference> between(MapNode left, MapNode right, Predicate<SpecPath> skip) {
    List<Difference> found = new ArrayList<>();
    maps(SpecPath.ROOT, left, right, skip, found);
    return found;
  }

  private static void maps(
      SpecPath path, MapNode left, MapNode right, Predicate<SpecPath> skip, List<Difference> to) {
    Set<String> keys = new LinkedHashSet<>(left.entries().keySet());
    keys.addAll(right.entries().keySet());
    for (String key : keys) {
      SpecPath below = path.child(key);
      MapNode.Entry one = left.entries().get(key);
      MapNode.Entry other = right.entries().get(key);
      if (skip.test(below)) {
        continue;
      }
      if (one != null
          && other != null
          && one.value() instanceof MapNode oneMap
          && other.value() instanceof MapNode otherMap) {
        maps(below, oneMap, otherMap, skip, to);
      } else if (one == null || other == null || !equal(one.value(), other.value())) {
        to.add(new Difference(below, one, other));
      }
    }
  }

  /** Equal as values, wherever they stand. */
  private static boolean equal(Node one, Node other) {
    if (one instanceof ScalarNode a && other instanceof ScalarNode b) {
      return Objects.equals(a.value(), b.value());
    }
    if (one instanceof ListNode a && other instanceof ListNode b) {
      return a.items().size() == b.items().size() && equalItems(a.items(), b.items());
    }
    return one instanceof MapNode a
        && other instanceof MapNode b
        && between(a, b, path -> false).isEmpty();
  }

  private static boolean equalItems(List<Node> one, List<Node> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!equal(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Where an entry is to be shown: its value, or its key if the value is a map. */
  static Position place(MapNode.Entry entry) {
    return entry.value() instanceof MapNode ? entry.key() : entry.value().position();
  }
}
