package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One way only to write a JSON value, by the rules of RFC 8785 for what a trail holds: UTF-8, no
 * space, keys sorted by UTF-16 code units, the shortest escapes, no key twice. Of numbers it takes
 * whole ones up to 2^53 - 1, which every reader of JSON holds exactly; it takes no null and no half
 * of a surrogate pair. So the same content has the same digest wherever it is written.
 */
final class Canonical {

  private static final long LARGEST = (1L << 53) - 1;
  private static final int DEEPEST = 16;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads an object, refusing a key that comes twice and anything behind it. Whether it was written
   * this way is for the caller to compare, who writes it again anyway.
   */
  ObjectNode read(byte[] bytes) throws Malformed {
    JsonNode tree;
    try {
      tree = mapper.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new Malformed("it is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Malformed("it is not text in UTF-8");
    }
    if (!(tree instanceof ObjectNode object)) {
      throw new Malformed("it is not a JSON object");
    }
    return object;
  }

  /**
   * Goes over an object without keeping it, and makes sure that it is written this way.
   *
   * @return its texts and numbers, without those further in
   */
  Map<String, String> scan(byte[] bytes) throws Malformed {
    Map<String, String> scalars = new HashMap<>();
    StringBuilder out = new StringBuilder(bytes.length);
    try (JsonParser json = mapper.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("it is not a JSON object");
      }
      members(json, out, scalars);
      if (json.nextToken() == null && Arrays.equals(out.toString().getBytes(UTF_8), bytes)) {
        return scalars;
      }
    } catch (JsonProcessingException e) {
      throw new Malformed("it is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Malformed("it is not text in UTF-8");
    }
    throw new Malformed("it is not written in the canonical form of RFC 8785");
  }

  private static void members(
      JsonParser json, StringBuilder out, @Nullable Map<String, String> scalars)
      throws IOException, Malformed {
    String before = null;
    out.append('{');
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (before != null && name.compareTo(before) <= 0) {
        throw new Malformed("its keys are not in the order of RFC 8785");
      }
      text(name, out.append(before == null ? "" : ","));
      out.append(':');
      if (json.nextToken().isScalarValue() && scalars != null) {
        scalars.put(name, json.getText());
      }
      value(json, out);
      before = name;
    }
    out.append('}');
  }

  private static void value(JsonParser json, StringBuilder out) throws IOException, Malformed {
    switch (json.currentToken()) {
      case START_OBJECT -> members(json, out, null);
      case START_ARRAY -> {
        String separator = "[";
        while (json.nextToken() != JsonToken.END_ARRAY) {
          value(json, out.append(separator));
          separator = ",";
        }
        out.append(separator.equals("[") ? "[]" : "]");
      }
      case VALUE_STRING -> text(json.getText(), out);
      case VALUE_TRUE -> out.append(true);
      case VALUE_FALSE -> out.append(false);
      case VALUE_NUMBER_INT -> number(json.getNumberValue(), out);
      default -> throw new Malformed("it holds a value that no record has: " + json.getText());
    }
  }

  /** Writes a value. */
  byte[] write(JsonNode value) throws Malformed {
    StringBuilder out = new StringBuilder(512);
    append(value, out);
    return out.toString().getBytes(UTF_8);
  }

  private static void append(JsonNode value, StringBuilder out) throws Malformed {
    switch (value.getNodeType()) {
      case OBJECT -> object(value, out);
      case ARRAY -> array(value, out);
      case STRING -> text(value.textValue(), out);
      case BOOLEAN -> out.append(value.booleanValue());
      case NUMBER -> number(value.numberValue(), out);
      case NULL, MISSING, BINARY, POJO ->
          throw new Malformed("it holds a value that no record has: " + value.getNodeType());
    }
  }

  private static void object(JsonNode value, StringBuilder out) throws Malformed {
    Map<String, JsonNode> sorted = new TreeMap<>();
    value.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    String separator = "{";
    for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
      out.append(separator);
      text(field.getKey(), out);
      append(field.getValue(), out.append(':'));
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void array(JsonNode value, StringBuilder out) throws Malformed {
    out.append('[');
    Iterator<JsonNode> items = value.iterator();
    while (items.hasNext()) {
      append(items.next(), out);
      out.append(items.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private static void number(Number value, StringBuilder out) throws Malformed {
    boolean whole = value instanceof Integer || value instanceof Long;
    if (!whole || Math.abs(value.longValue()) > LARGEST) {
      throw new Malformed("it holds a number that is not whole or too large: " + value);
    }
    out.append(value.longValue());
  }

  private static void text(String value, StringBuilder out) throws Malformed {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == value.length()
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          throw new Malformed("it holds half of a surrogate pair");
        }
        out.append(c).append(value.charAt(++i));
      } else {
        character(c, out);
      }
    }
    out.append('"');
  }

  private static void character(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < 0x20) {
          out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
