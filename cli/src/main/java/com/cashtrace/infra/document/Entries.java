package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Typed reading of a map of a catalogue. Somebody may have handed in a folder of their own, so
 * anything unexpected fails with its place.
 *
 * @param map the map as it was read
 */
public record Entries(MapNode map) {

  /** The map that a file of the program holds. */
  public static Entries read(Resources resources, String path) {
    return new Entries(resources.yaml(path));
  }

  /** True if the map has the key. */
  public boolean has(String key) {
    return map.get(key) != null;
  }

  /** A value as it was written. */
  public String text(String key) {
    return scalar(node(key)).text();
  }

  /** A value as a regular expression. */
  public Pattern pattern(String key) {
    return parsed(node(key), Pattern::compile);
  }

  private static <T> T parsed(Node node, Function<String, T> parse) {
    try {
      return parse.apply(scalar(node).text());
    } catch (IllegalArgumentException e) {
      throw unexpected("a value of the form that the schema asks for", node);
    }
  }

  /** A value as a whole number. */
  public int count(String key) {
    return parsed(node(key), Integer::valueOf);
  }

  /** A list of single values. */
  public List<String> texts(String key) {
    return list(key, text -> text);
  }

  /** A value as a number. */
  public BigDecimal decimal(String key) {
    return parsed(node(key), BigDecimal::new);
  }

  /** The items of a list, each read from its text. */
  public <T> List<T> list(String key, Function<String, T> parse) {
    return list(key).stream().map(item -> parsed(item, parse)).toList();
  }

  /** A list of maps. */
  public List<Entries> maps(String key) {
    return list(key).stream().map(Entries::map).toList();
  }

  /** A map inside the map. */
  public Entries map(String key) {
    return map(node(key));
  }

  /** The value that a word of the catalogue stands for. */
  public <T> T oneOf(String key, Map<String, T> values) {
    T value = values.get(text(key));
    if (value == null) {
      throw failure("'" + text(key) + "' is none of " + values.keySet(), node(key));
    }
    return value;
  }

  /** Each entry of a map of maps, in order; none if the key is absent. */
  public <T> Map<String, T> each(String key, BiFunction<String, Entries, T> make) {
    Map<String, T> values = new LinkedHashMap<>();
    if (has(key)) {
      map(key)
          .map
          .entries()
          .forEach((name, e) -> values.put(name, make.apply(name, map(e.value()))));
    }
    return values;
  }

  /** A map of single values, in order. */
  public Map<String, String> textMap(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    map(key).map.entries().forEach((name, e) -> values.put(name, scalar(e.value()).text()));
    return values;
  }

  private List<Node> list(String key) {
    Node node = node(key);
    if (node instanceof ListNode list) {
      return list.items();
    }
    throw unexpected("a list", node);
  }

  private Node node(String key) {
    Node node = map.get(key);
    if (node == null) {
      throw failure("the key '" + key + "' is missing", map);
    }
    return node;
  }

  private static Entries map(Node node) {
    if (node instanceof MapNode map) {
      return new Entries(map);
    }
    throw unexpected("a map", node);
  }

  private static ScalarNode scalar(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      return scalar;
    }
    throw unexpected("a single value", node);
  }

  private static FailureException unexpected(String wanted, Node node) {
    return failure("here is " + node.kind() + ", not " + wanted, node);
  }

  private static FailureException failure(String message, Node node) {
    return new FailureException(
        Problem.error("catalog-invalid", message, node.position().location())
            .withHint("the schema beside the file describes it; --schemas names the folder"));
  }
}
