package com.cashtrace.infra.environment;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.ScalarNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of a map that the schema has checked and filled; anything unexpected in it is a bug
 * of ours, not of the user.
 */
record Fields(MapNode map) {

  boolean has(String key) {
    return map.get(key) != null;
  }

  Fields map(String key) {
    return new Fields((MapNode) node(key));
  }

  @Nullable Fields mapOrNull(String key) {
    return map.get(key) instanceof MapNode found ? new Fields(found) : null;
  }

  String text(String key) {
    return ((ScalarNode) node(key)).text();
  }

  @Nullable String textOrNull(String key) {
    return has(key) ? text(key) : null;
  }

  int count(String key) {
    return decimal(key).intValueExact();
  }

  @Nullable Integer countOrNull(String key) {
    return has(key) ? Integer.valueOf(count(key)) : null;
  }

  BigDecimal decimal(String key) {
    return new BigDecimal(String.valueOf(((ScalarNode) node(key)).value()));
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(((ScalarNode) node(key)).value());
  }

  TimeSpan span(String key) {
    return TimeSpan.parse(text(key));
  }

  DataSize size(String key) {
    return DataSize.parse(text(key));
  }

  LocalDate date(String key) {
    return LocalDate.parse(text(key));
  }

  int percent(String key) {
    return Integer.parseInt(text(key).replace("%", ""));
  }

  List<String> texts(String key) {
    return ((ListNode) node(key)).items().stream().map(i -> ((ScalarNode) i).text()).toList();
  }

  List<DataClass> classes(String key) {
    return texts(key).stream().map(DataClass::of).toList();
  }

  Map<String, String> textMap(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    ((MapNode) node(key))
        .entries()
        .forEach((name, entry) -> values.put(name, ((ScalarNode) entry.value()).text()));
    return values;
  }

  <T> Map<String, T> each(String key, BiFunction<String, Fields, T> bind) {
    Map<String, T> values = new LinkedHashMap<>();
    ((MapNode) node(key))
        .entries()
        .forEach(
            (name, entry) ->
                values.put(name, bind.apply(name, new Fields((MapNode) entry.value()))));
    return values;
  }

  private Node node(String key) {
    return Objects.requireNonNull(map.get(key), key);
  }
}
