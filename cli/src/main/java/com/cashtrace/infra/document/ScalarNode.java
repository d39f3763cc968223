package com.cashtrace.infra.document;

import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param value String, Long, java.math.BigDecimal, Boolean, or null, resolved by YAML 1.2's core
 *     schema
 * @param text the value as it was written, without quotes
 * @param plain true if it was written without quotes
 * @param position where it begins
 * @param previous what it replaced
 */
public record ScalarNode(
    @Nullable Object value, String text, boolean plain, Position position, @Nullable Node previous)
    implements Node {

  /** True for null, {@code ~} and an empty value: in an overlay, "remove this". */
  public boolean isNull() {
    return value == null;
  }

  @Override
  public ScalarNode replacing(Node node) {
    return new ScalarNode(value, text, plain, position, node);
  }

  @Override
  public String kind() {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof String) {
      return "text";
    }
    return value instanceof Boolean ? "true or false" : "a number";
  }
}
