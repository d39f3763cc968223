package com.cashtrace.infra.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the attributes in which two states of a resource differ. */
final class Differences {

  /** Deeper, a list or a map is told by its size: who needs more reads the plan itself. */
  private static final int DEEPEST = 4;

  private static final String ALL_TAGS = "tags_all";

  private final List<AttributeChange> found = new ArrayList<>();

  private Differences() {}

  /**
   * What differs, in the order of the attributes. What is masked on both sides counts as equal; a
   * change of {@code tags} is not told again as one of {@code tags_all}.
   */
  static List<AttributeChange> between(Value before, Value after) {
    var differences = new Differences();
    differences.compare("", before, after, 0);
    Set<String> tags = new LinkedHashSet<>();
    differences.found.forEach(change -> tags.add(change.path()));
    differences.found.removeIf(
        change ->
            change.path().startsWith(ALL_TAGS)
                && tags.contains("tags" + change.path().substring(ALL_TAGS.length())));
    return List.copyOf(differences.found);
  }

  private void compare(String path, Value before, Value after, int depth) {
    if (before.equals(after)) {
      return;
    }
    if (depth < DEEPEST && before instanceof Value.Fields was && after instanceof Value.Fields is) {
      Set<String> keys = new LinkedHashSet<>(was.fields().keySet());
      keys.addAll(is.fields().keySet());
      keys.forEach(key -> compare(join(path, key), was.at(key), is.at(key), depth + 1));
    } else if (depth < DEEPEST
        && before instanceof Value.Items was
        && after instanceof Value.Items is
        && was.items().size() == is.items().size()) {
      for (int i = 0; i < was.items().size(); i++) {
        compare(join(path, String.valueOf(i)), was.items().get(i), is.items().get(i), depth + 1);
      }
    } else {
      found.add(new AttributeChange(path, Words.of(before), Words.of(after)));
    }
  }

  private static String join(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }
}
