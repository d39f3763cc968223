package com.cashtrace.infra.render;

import com.cashtrace.infra.document.ListNode;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Node;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.file.Digests;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest of what a merged spec says: of its JSON with sorted keys and plain numbers, so that
 * comments, the order of keys, quotes and the files that values come from do not count.
 */
public final class SpecDigest {

  private SpecDigest() {}

  /** SHA-256 in lower-case hexadecimal. */
  public static String of(MapNode spec) {
    return Digests.sha256(json(spec));
  }

  static String json(MapNode spec) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      write(json, spec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Node node) throws IOException {
    if (node instanceof MapNode map) {
      json.writeStartObject();
      for (Map.Entry<String, MapNode.Entry> e : new TreeMap<>(map.entries()).entrySet()) {
        json.writeFieldName(e.getKey());
        write(json, e.getValue().value());
      }
      json.writeEndObject();
    } else if (node instanceof ListNode list) {
      json.writeStartArray();
      for (Node item : list.items()) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (node instanceof ScalarNode scalar) {
      write(json, scalar);
    }
  }

  private static void write(JsonGenerator json, ScalarNode scalar) throws IOException {
    if (scalar.value() == null) {
      json.writeNull();
    } else if (scalar.value() instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (scalar.value() instanceof Number number) {
      BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
      json.writeNumber(decimal.toPlainString());
    } else {
      json.writeString(scalar.text());
    }
  }
}
