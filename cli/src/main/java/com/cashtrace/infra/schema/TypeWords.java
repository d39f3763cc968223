package com.cashtrace.infra.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a schema's {@code type} is called in a message. */
final class TypeWords {

  private TypeWords() {}

  static String of(JsonNode type) {
    List<String> words = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(each -> words.add(word(each.asText())));
      words.remove("null");
    } else {
      words.add(word(type.asText()));
    }
    return String.join(" or ", words);
  }

  private static String word(String type) {
    return switch (type) {
      case "object" -> "a map";
      case "array" -> "a list";
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }
}
