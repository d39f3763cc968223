package com.cashtrace.infra.render;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints a value as HCL: the one way from data to Terraform. Objects, and lists that are long or
 * hold objects, take a line for each element, so that a change of one is one line of a diff; {@link
 * HclLayout} indents them.
 */
final class HclValue {

  /** Lists of single values that are no longer than this stand in one line. */
  private static final int LONGEST_IN_LINE = 80;

  private HclValue() {}

  /** Prints text, numbers, booleans, expressions, and lists and maps of them. */
  static String print(Object value) {
    if (value instanceof Expression expression) {
      return expression.text();
    }
    if (value instanceof CharSequence text) {
      return HclText.quoted(text.toString());
    }
    if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Collection<?> list) {
      return list(list);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    throw new IllegalArgumentException("HCL has no form for " + value.getClass().getName());
  }

  private static String list(Collection<?> list) {
    boolean flat = list.stream().noneMatch(v -> v instanceof Collection || v instanceof Map);
    String line = list.stream().map(HclValue::print).collect(Collectors.joining(", ", "[", "]"));
    if (flat && line.length() <= LONGEST_IN_LINE) {
      return line;
    }
    return list.stream()
        .map(element -> print(element) + ",\n")
        .collect(Collectors.joining("", "[\n", "]"));
  }

  private static String map(Map<?, ?> map) {
    if (map.isEmpty()) {
      return "{}";
    }
    return map.entrySet().stream()
        .map(e -> HclText.key(String.valueOf(e.getKey())) + " = " + print(e.getValue()) + "\n")
        .collect(Collectors.joining("", "{\n", "}"));
  }
}
