package com.cashtrace.infra.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Copies the parts of a plan that are not read, masked: values and prior state by the marks beside
 * them, the configuration by name. At most one resource is in memory at a time.
 */
final class MaskedCopy {

  /** What stands under these keys is masked as a whole: its marks come after its values. */
  private static final Set<String> WHOLE = Set.of("outputs", "variables");

  private final JsonParser in;
  private final JsonGenerator out;
  private final Masking masking;
  private final Set<String> sensitiveVariables = new HashSet<>();

  MaskedCopy(JsonParser in, JsonGenerator out, Masking masking) {
    this.in = in;
    this.out = out;
    this.masking = masking;
  }

  /**
   * Copies the value at which the parser stands.
   *
   * @param key what it is called
   * @param owner what the object is called in which it stands
   */
  void copy(String key, String owner) throws IOException {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      out.writeStartObject();
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        in.nextToken();
        out.writeFieldName(name);
        if (WHOLE.contains(key)) {
          Trees.write(out, declared(key, name, Trees.read(in)));
        } else {
          copy(name, key);
        }
      }
      out.writeEndObject();
    } else if (in.currentToken() == JsonToken.START_ARRAY) {
      out.writeStartArray();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        if (key.equals("resources")) {
          Trees.write(out, resource(Trees.read(in)));
        } else {
          copy(key, owner);
        }
      }
      out.writeEndArray();
    } else {
      String name = key.equals("constant_value") ? owner : key;
      Trees.write(out, masking.byName(name, Trees.read(in)));
    }
  }

  /** A resource of the planned values or of the configuration. */
  private Value resource(Value resource) {
    if (!(resource instanceof Value.Fields map)) {
      return resource;
    }
    Map<String, Value> fields = new LinkedHashMap<>(map.fields());
    fields.computeIfPresent(
        "values",
        (key, value) -> masking.byName("", masking.byMarks(value, map.at("sensitive_values"))));
    fields.computeIfPresent("expressions", (key, value) -> masking.byName("", value));
    return new Value.Fields(fields);
  }

  /** An output or a variable: what it says of itself decides over its value and its default. */
  private Value declared(String kind, String name, Value declaration) {
    if (!(declaration instanceof Value.Fields map)) {
      return declaration;
    }
    Map<String, Value> fields = new LinkedHashMap<>(map.fields());
    if (map.at("sensitive").isTrue()) {
      if (kind.equals("variables")) {
        sensitiveVariables.add(name);
      }
      fields.computeIfPresent("value", (key, value) -> masking.hide(value));
      fields.computeIfPresent("default", (key, value) -> masking.hide(value));
    }
    return masking.byName(name, new Value.Fields(fields));
  }

  /**
   * Writes the values that the plan was made with. They stand at the head of a plan, and whether
   * one is sensitive only at its end, so the copy has them last.
   */
  void variables(Map<String, Value> given) throws IOException {
    out.writeObjectFieldStart("variables");
    for (Map.Entry<String, Value> variable : given.entrySet()) {
      String name = variable.getKey();
      Value value = variable.getValue();
      out.writeFieldName(name);
      boolean hidden = sensitiveVariables.contains(name);
      Trees.write(out, hidden ? masking.hide(value) : masking.byName(name, value));
    }
    out.writeEndObject();
  }
}
