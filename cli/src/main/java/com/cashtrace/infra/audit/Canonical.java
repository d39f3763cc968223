package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

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
      case NUMBER -> number(value, out);
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

  private static void number(JsonNode value, StringBuilder out) throws Malformed {
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || Math.abs(value.longValue()) > LARGEST) {
      throw new Malformed("it holds a number that is not whole or too large: " + value.asText());
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
