package com.cashtrace.infra.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One resource of a state as terraform stores it. */
final class StoredResource {

  /** What stands before the type in the address of a resource of a mode. */
  private static final Map<String, String> MODES = Map.of("managed", "", "data", "data.");

  /** How a state names the configuration of a provider; the provider's own name is quoted. */
  private static final Pattern PROVIDER =
      Pattern.compile("(?:.+\\.)?provider\\[\"([^\"]+)\"](?:\\..+)?");

  /** What a type of terraform's begins with where it is written as JSON. */
  private static final Set<String> TYPES =
      Set.of("string", "number", "bool", "dynamic", "list", "set", "map", "object", "tuple");

  private final Value stored;

  private StoredResource(Value stored) {
    this.stored = stored;
  }

  /** Its instances as terraform shows them, or nothing if only terraform can tell them. */
  static Optional<Value.Items> shown(Value stored) {
    StoredResource resource = new StoredResource(stored);
    List<Value> shown = new ArrayList<>();
    if (stored.at("instances") instanceof Value.Items instances) {
      for (Value instance : instances.items()) {
        resource.instance(instance).ifPresent(shown::add);
      }
      if (shown.size() == instances.items().size()) {
        return Optional.of(new Value.Items(shown));
      }
    }
    return Optional.empty();
  }

  private Optional<Value> instance(Value instance) {
    Optional<String> address =
        InstanceKey.text(instance.at("index_key")).flatMap(key -> address().map(a -> a + key));
    Optional<String> provider =
        text("provider").map(PROVIDER::matcher).flatMap(StoredResource::name);
    Value values = instance.at("attributes");
    if (address.isEmpty()
        || provider.isEmpty()
        || !(values instanceof Value.Fields)
        || hasType(values)) {
      return Optional.empty();
    }
    Map<String, Value> shown = new LinkedHashMap<>();
    shown.put("address", new Value.Text(address.get()));
    shown.put("mode", stored.at("mode"));
    shown.put("provider_name", new Value.Text(provider.get()));
    shown.put("values", values);
    shown.put(
        "sensitive_values", SensitivePaths.marks(values, instance.at("sensitive_attributes")));
    if (instance.at("dependencies") instanceof Value.Items dependencies) {
      shown.put("depends_on", dependencies);
    }
    return Optional.of(new Value.Fields(shown));
  }

  private Optional<String> address() {
    String module = text("module").map(name -> name + ".").orElse("");
    Optional<String> mode = text("mode").map(MODES::get);
    return mode.flatMap(
        kind ->
            text("type")
                .flatMap(type -> text("name").map(name -> module + kind + type + "." + name)));
  }

  private static Optional<String> name(Matcher provider) {
    return provider.matches() ? Optional.of(provider.group(1)) : Optional.empty();
  }

  private Optional<String> text(String field) {
    return stored.at(field).text();
  }

  /**
   * True if it may hold a value of any type, which is stored with its type: whether it is one, and
   * not a block that has just these two arguments, stands in the schema.
   */
  private static boolean hasType(Value value) {
    if (value instanceof Value.Items list) {
      return list.items().stream().anyMatch(StoredResource::hasType);
    }
    if (value instanceof Value.Fields map) {
      Value type = map.at("type");
      String word = (type instanceof Value.Items ? type.at("0") : type).text().orElse("");
      return (map.fields().keySet().equals(Set.of("type", "value")) && TYPES.contains(word))
          || map.fields().values().stream().anyMatch(StoredResource::hasType);
    }
    return false;
  }
}
