package com.cashtrace.infra.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns one element of a plan's {@code resource_changes} into a {@link ResourceChange}. */
final class ChangeReader {

  private ChangeReader() {}

  /** The element with its values masked, everything else as it was. */
  static Value masked(Value element, Masking masking) {
    if (!(element instanceof Value.Fields map)) {
      return element;
    }
    Map<String, Value> fields = new LinkedHashMap<>(map.fields());
    fields.replaceAll(
        (key, value) -> key.equals("change") ? maskedChange("", value, masking) : value);
    return new Value.Fields(fields);
  }

  /**
   * A change of a resource or an output with {@code before} and {@code after} masked.
   *
   * @param name what the values are called, where they have no names of their own
   */
  static Value maskedChange(String name, Value change, Masking masking) {
    if (!(change instanceof Value.Fields map)) {
      return change;
    }
    Map<String, Value> fields = new LinkedHashMap<>(map.fields());
    for (String side : List.of("before", "after")) {
      fields.computeIfPresent(
          side,
          (key, value) ->
              masking.byName(name, masking.byMarks(value, map.at(side + "_sensitive"))));
    }
    return new Value.Fields(fields);
  }

  /** The change; empty where its actions are words that this program does not know. */
  static Optional<ResourceChange> read(Value masked) {
    Value change = masked.at("change");
    return Action.of(texts(change.at("actions")))
        .map(
            action ->
                new ResourceChange(
                    text(masked, "address"),
                    orNull(masked.at("previous_address")),
                    text(masked, "module_address"),
                    !text(masked, "mode").equals("data"),
                    text(masked, "type"),
                    text(masked, "name"),
                    text(masked, "provider_name"),
                    orNull(masked.at("deposed")),
                    action,
                    change.at("before"),
                    Unknowns.over(change.at("after"), change.at("after_unknown")),
                    replacePaths(change.at("replace_paths")),
                    orNull(masked.at("action_reason")),
                    importId(change)));
  }

  private static @Nullable String importId(Value change) {
    if (!(change.at("importing") instanceof Value.Fields importing)) {
      return null;
    }
    return importing.at("id").text().orElse("(known after apply)");
  }

  private static List<String> replacePaths(Value paths) {
    return paths instanceof Value.Items list
        ? list.items().stream().map(ChangeReader::path).distinct().sorted().toList()
        : List.of();
  }

  /** A path is a list of keys and positions. */
  private static String path(Value steps) {
    return steps instanceof Value.Items list
        ? list.items().stream()
            .map(step -> step.text().orElseGet(() -> Words.of(step)))
            .collect(Collectors.joining("."))
        : Words.of(steps);
  }

  static List<String> texts(Value list) {
    return list instanceof Value.Items items
        ? items.items().stream().flatMap(item -> item.text().stream()).toList()
        : List.of();
  }

  private static String text(Value element, String key) {
    return element.at(key).text().orElse("");
  }

  private static @Nullable String orNull(Value value) {
    return value.text().orElse(null);
  }
}
