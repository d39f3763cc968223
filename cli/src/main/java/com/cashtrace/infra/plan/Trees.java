package com.cashtrace.infra.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text to values and back, one piece of a document at a time. */
final class Trees {

  private Trees() {}

  /** Reads the value at which the parser stands, and leaves it at that value's last token. */
  static Value read(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    return switch (token) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_STRING -> new Value.Text(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(json.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> new Value.Bool(json.getBooleanValue());
      case VALUE_NULL -> Value.Mark.NULL;
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private static Value object(JsonParser json) throws IOException {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      fields.put(name, read(json));
    }
    return new Value.Fields(fields);
  }

  private static Value array(JsonParser json) throws IOException {
    List<Value> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(json));
    }
    return new Value.Items(items);
  }

  /** Writes a value; a mark is written as terraform's own words for it, null as null. */
  static void write(JsonGenerator json, Value value) throws IOException {
    if (value instanceof Value.Fields map) {
      json.writeStartObject();
      for (Map.Entry<String, Value> field : map.fields().entrySet()) {
        json.writeFieldName(field.getKey());
        write(json, field.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Value.Items list) {
      json.writeStartArray();
      for (Value item : list.items()) {
        write(json, item);
      }
      json.writeEndArray();
    } else {
      scalar(json, value);
    }
  }

  private static void scalar(JsonGenerator json, Value value) throws IOException {
    if (value instanceof Value.Text text) {
      json.writeString(text.content());
    } else if (value instanceof Value.Num number) {
      json.writeNumber(number.number());
    } else if (value instanceof Value.Bool bool) {
      json.writeBoolean(bool.value());
    } else if (value == Value.Mark.NULL) {
      json.writeNull();
    } else {
      json.writeString(Words.of(value));
    }
  }
}
