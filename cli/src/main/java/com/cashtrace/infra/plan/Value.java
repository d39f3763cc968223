package com.cashtrace.infra.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A value of a planned resource. What terraform does not know yet and what nobody may see are
 * values of their own, so that no reader can take them for an answer.
 */
public sealed interface Value {

  /** A text; also how terraform writes JSON documents inside of attributes. */
  record Text(String content) implements Value {}

  /** A number, exactly as the plan has it. */
  record Num(BigDecimal number) implements Value {}

  /** True or false. */
  record Bool(boolean value) implements Value {}

  /** A list, a set or a tuple. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A map or an object, in the order of the plan. */
  record Fields(Map<String, Value> fields) implements Value {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** What stands where there is no value to show. */
  enum Mark implements Value {
    /** There is none. */
    NULL,
    /** There is one, which was masked when the plan was read. */
    SENSITIVE,
    /** There will be one once the plan is applied. */
    UNKNOWN
  }

  /**
   * The value below this one; {@link Mark#NULL} where there is none, the mark itself below a mark.
   *
   * @param path keys of maps and, from 0, positions in lists
   */
  default Value at(String... path) {
    Value value = this;
    for (String step : path) {
      value = value.below(step);
    }
    return value;
  }

  private Value below(String step) {
    if (this instanceof Fields map) {
      return map.fields().getOrDefault(step, Mark.NULL);
    }
    if (this instanceof Items list) {
      int index = step.matches("\\d{1,9}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
      return index < list.items().size() ? list.items().get(index) : Mark.NULL;
    }
    return this instanceof Mark ? this : Mark.NULL;
  }

  /** The text, if this is a text. */
  default Optional<String> text() {
    return this instanceof Text text ? Optional.of(text.content()) : Optional.empty();
  }

  /** The number, if this is a whole one, or a text that holds one. */
  default OptionalLong whole() {
    String digits = this instanceof Num number ? number.number().toString() : text().orElse("");
    return digits.matches("-?\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /** True only for the value true. */
  default boolean isTrue() {
    return this instanceof Bool bool && bool.value();
  }
}
