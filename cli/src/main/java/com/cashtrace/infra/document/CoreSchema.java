package com.cashtrace.infra.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted value means by YAML 1.2's core schema (chapter 10.3.2), which knows fewer words
 * than YAML 1.1: {@code NO} is a text and {@code 012} the number 12.
 */
final class CoreSchema {

  private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
  private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
  private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");

  /** A number with more digits than this is kept as text: no key of a spec takes one. */
  private static final int MOST_DIGITS = 40;

  private CoreSchema() {}

  static @Nullable Object resolve(String text) {
    if (NULL.matcher(text).matches()) {
      return null;
    }
    if (TRUE.matcher(text).matches()) {
      return true;
    }
    if (FALSE.matcher(text).matches()) {
      return false;
    }
    return text.length() > MOST_DIGITS ? text : number(text);
  }

  private static Object number(String text) {
    if (INTEGER.matcher(text).matches()) {
      return integer(new BigInteger(text.startsWith("+") ? text.substring(1) : text));
    }
    if (OCTAL.matcher(text).matches()) {
      return integer(new BigInteger(text.substring(2), 8));
    }
    if (HEX.matcher(text).matches()) {
      return integer(new BigInteger(text.substring(2), 16));
    }
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : text;
  }

  private static Number integer(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      return value.longValueExact();
    }
    return new BigDecimal(value);
  }
}
