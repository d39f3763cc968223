package com.cashtrace.infra.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Reads JSON as a tree. Jackson's own mapper does the same, but to make one takes longer than to
 * check a spec, and every start of the program would pay for it.
 */
final class JsonReader {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonReader() {}

  /** The object that a text holds. */
  static ObjectNode object(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      return (ObjectNode) value(parser);
    }
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> JSON.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> JSON.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> JSON.nullNode();
      default -> JSON.textNode(parser.getText());
    };
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> JSON.numberNode(parser.getIntValue());
      case LONG -> JSON.numberNode(parser.getLongValue());
      default -> JSON.numberNode(parser.getBigIntegerValue());
    };
  }

  private static ObjectNode members(JsonParser parser) throws IOException {
    ObjectNode object = JSON.objectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      object.set(name, value(parser));
    }
    return object;
  }

  private static ArrayNode items(JsonParser parser) throws IOException {
    ArrayNode array = JSON.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }
}
