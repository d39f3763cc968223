package com.cashtrace.infra.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells drift from what only looks like it. A provider reads back more than was written: where the
 * one has nothing and the other an empty text or list, zero or false, nobody changed anything, and
 * an attribute that the root does not set has no value that it should have.
 */
final class DriftBuilder implements PlanReceiver {

  /** The provider fills in these for every resource, from tags of its own. */
  private static final Set<String> TAGS = Set.of("tags", "tags_all");

  private static final Pattern KEY = Pattern.compile("\\[(?:\\d+|\"(?:[^\"\\\\]|\\\\.)*\")\\]");

  private final List<ResourceChange> changes = new ArrayList<>();
  private final Map<String, Set<String>> set = new HashMap<>();

  @Override
  public void change(ResourceChange change) {
    // what a plan would do is no drift
  }

  @Override
  public void drift(ResourceChange change) {
    boolean seen = change.action() == Action.UPDATE || change.action() == Action.DELETE;
    if (change.managed() && seen) {
      changes.add(change);
    }
  }

  @Override
  public boolean wantsConfiguration() {
    return true;
  }

  @Override
  public void configuration(Value configuration) {
    module("", configuration.at("root_module"));
  }

  private void module(String prefix, Value module) {
    if (module.at("resources") instanceof Value.Items resources) {
      for (Value resource : resources.items()) {
        String address = prefix + resource.at("address").text().orElse("");
        set.put(address, keys(resource.at("expressions")));
      }
    }
    if (module.at("module_calls") instanceof Value.Fields calls) {
      calls
          .fields()
          .forEach((name, call) -> module(prefix + "module." + name + ".", call.at("module")));
    }
  }

  private static Set<String> keys(Value map) {
    return map instanceof Value.Fields fields ? fields.fields().keySet() : Set.of();
  }

  /** What was seen, told apart. */
  Drift drift(PlanHeader header) {
    Map<String, ComponentBuilder> components = new TreeMap<>(ComponentName::compare);
    List<PlannedChange> unset = new ArrayList<>();
    for (ResourceChange change : changes) {
      Set<String> differing = differing(change);
      boolean hidden = differing.isEmpty() && change.before().equals(change.after());
      if (change.action() == Action.DELETE || hidden) {
        component(components, change).add(change);
      } else if (differing.stream().anyMatch(key -> isSet(change, key))) {
        component(components, change).add(only(change, differing));
      } else if (!differing.isEmpty()) {
        unset.add(PlannedChange.of(only(change, differing)));
      }
    }
    List<ComponentSummary> drifted =
        components.values().stream().map(ComponentBuilder::summary).toList();
    return new Drift(header, drifted, unset);
  }

  private static ComponentBuilder component(
      Map<String, ComponentBuilder> components, ResourceChange change) {
    return components.computeIfAbsent(ComponentName.of(change.module()), ComponentBuilder::new);
  }

  /** A resource that the root does not have any more had everything set. */
  private boolean isSet(ResourceChange change, String key) {
    Set<String> keys = set.get(KEY.matcher(change.address()).replaceAll(""));
    return keys == null || keys.contains(key) || TAGS.contains(key);
  }

  private static Set<String> differing(ResourceChange change) {
    Set<String> keys = new TreeSet<>(keys(change.before()));
    keys.addAll(keys(change.after()));
    keys.removeIf(key -> filled(change.before().at(key)).equals(filled(change.after().at(key))));
    return keys;
  }

  /** The change of some attributes alone. */
  private static ResourceChange only(ResourceChange change, Set<String> keys) {
    return change.with(only(change.before(), keys), only(change.after(), keys));
  }

  private static Value only(Value value, Set<String> keys) {
    Map<String, Value> fields = new LinkedHashMap<>();
    keys.forEach(key -> fields.put(key, value.at(key)));
    return new Value.Fields(fields);
  }

  /** True for what a provider that does not know of null reads where nothing was written. */
  private static boolean isZero(Value value) {
    return (value instanceof Value.Text text && text.content().isEmpty())
        || (value instanceof Value.Num number && number.number().signum() == 0)
        || (value instanceof Value.Bool bool && !bool.value());
  }

  /** The value without what is empty in it. */
  private static Value filled(Value value) {
    if (isZero(value)) {
      return Value.Mark.NULL;
    }
    if (value instanceof Value.Items list) {
      List<Value> items = list.items().stream().map(DriftBuilder::filled).toList();
      boolean empty = items.stream().allMatch(item -> item == Value.Mark.NULL);
      return empty ? Value.Mark.NULL : new Value.Items(items);
    }
    if (value instanceof Value.Fields map) {
      Map<String, Value> fields = new TreeMap<>();
      map.fields().forEach((key, below) -> fields.put(key, filled(below)));
      fields.values().removeIf(below -> below == Value.Mark.NULL);
      return fields.isEmpty() ? Value.Mark.NULL : new Value.Fields(fields);
    }
    return value;
  }
}
