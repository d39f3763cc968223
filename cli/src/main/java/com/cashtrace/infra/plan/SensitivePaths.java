package com.cashtrace.infra.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sensitive in a resource of a state, which terraform stores as paths into its values. */
final class SensitivePaths {

  private static final Value SENSITIVE = new Value.Bool(true);
  private static final Value PLAIN = new Value.Bool(false);

  private SensitivePaths() {}

  /**
   * The paths as marks: of the same shape as the value, with true where all below is sensitive.
   * Where a path leads further than can be followed, as into a set, all of that is.
   *
   * @param paths a list of lists of steps
   */
  static Value marks(Value value, Value paths) {
    if (paths == Value.Mark.NULL) {
      return new Value.Fields(Map.of());
    }
    if (!(paths instanceof Value.Items list)) {
      return SENSITIVE;
    }
    List<List<Value>> steps = new ArrayList<>();
    for (Value path : list.items()) {
      steps.add(path instanceof Value.Items items ? items.items() : List.of());
    }
    return below(value, steps);
  }

  private static Value below(Value value, List<List<Value>> paths) {
    if (paths.isEmpty()) {
      return value instanceof Value.Fields ? new Value.Fields(Map.of()) : PLAIN;
    }
    Map<String, List<List<Value>>> onward = new LinkedHashMap<>();
    for (List<Value> path : paths) {
      String step = path.isEmpty() ? null : step(path.get(0));
      if (step == null || !leads(value, step)) {
        return SENSITIVE;
      }
      onward.computeIfAbsent(step, s -> new ArrayList<>()).add(path.subList(1, path.size()));
    }
    if (value instanceof Value.Fields map) {
      Map<String, Value> marks = new LinkedHashMap<>();
      onward.forEach((key, rest) -> marks.put(key, below(map.at(key), rest)));
      return new Value.Fields(marks);
    }
    List<Value> marks = new ArrayList<>();
    List<Value> items = ((Value.Items) value).items();
    for (int i = 0; i < items.size(); i++) {
      marks.add(below(items.get(i), onward.getOrDefault(Integer.toString(i), List.of())));
    }
    return new Value.Items(marks);
  }

  /** The name of an attribute, the key of a map or the position in a list; null for another. */
  private static @Nullable String step(Value step) {
    Value named = step.at("value");
    Value key = step.at("type").text().orElse("").equals("index") ? named.at("value") : named;
    return key instanceof Value.Num
        ? key.whole().stream().mapToObj(Long::toString).findFirst().orElse(null)
        : key.text().orElse(null);
  }

  private static boolean leads(Value value, String step) {
    return value instanceof Value.Fields map
        ? map.fields().containsKey(step)
        : value instanceof Value.Items list
            && step.matches("\\d{1,9}")
            && Integer.parseInt(step) < list.items().size();
  }
}
