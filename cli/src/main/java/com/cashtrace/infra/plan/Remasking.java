package com.cashtrace.infra.plan;

import com.cashtrace.infra.mask.Masker;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Set;

/**
 * Masks the masked copy of a plan once more, when all of its secrets are known: a value may stand
 * before the mark that says it is secret, or within another text that has none.
 *
 * @param masker knows them
 */
public record Remasking(Masker masker) {

  /** What stands below these keys is made of values; names and addresses are none. */
  private static final Set<String> VALUES =
      Set.of("before", "after", "value", "constant_value", "default", "message");

  /** The values of a resource; the state has a key of this name too, for all that is in it. */
  private static final String OF_RESOURCE = "values";

  /** Copies the document; both are left open. */
  public void copy(Reader first, Writer out) throws IOException {
    JsonFactory factory = PlanReader.factory();
    try (JsonParser json = factory.createParser(first);
        JsonGenerator masked = factory.createGenerator(out)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && isValue(json.getParsingContext())) {
          masked.writeString(masker.mask(json.getText()));
        } else {
          masked.copyCurrentEventExact(json);
        }
      }
    }
  }

  private static boolean isValue(JsonStreamContext place) {
    for (JsonStreamContext at = place; at != null; at = at.getParent()) {
      String name = at.getCurrentName();
      if (name != null && (VALUES.contains(name) || (name.equals(OF_RESOURCE) && isItem(at)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isItem(JsonStreamContext object) {
    return object.getParent() != null && object.getParent().inArray();
  }
}
