package com.cashtrace.infra.backend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Policies of AWS as JSON, which AWS stores with its own spaces and its own order of keys. */
final class Policies {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Policies() {}

  /** A policy as a tree; what is no JSON is an empty one. */
  static JsonNode tree(String policy) {
    try {
      return MAPPER.readTree(policy);
    } catch (JsonProcessingException e) {
      return MAPPER.createObjectNode();
    }
  }

  /** A tree that is a map, or an empty map. */
  static ObjectNode object(JsonNode tree) {
    return tree instanceof ObjectNode map ? map : MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** True if two policies, or parts of them, say the same. */
  static boolean same(JsonNode one, JsonNode other) {
    return plain(one).equals(plain(other));
  }

  /** AWS turns a list of one text into that text, at times. */
  private static JsonNode plain(JsonNode node) {
    if (node instanceof ArrayNode list) {
      if (list.size() == 1) {
        return plain(list.get(0));
      }
      ArrayNode copy = array();
      list.forEach(item -> copy.add(plain(item)));
      return copy;
    }
    if (node instanceof ObjectNode map) {
      ObjectNode copy = MAPPER.createObjectNode();
      map.fieldNames().forEachRemaining(name -> copy.set(name, plain(map.path(name))));
      return copy;
    }
    return node;
  }
}
