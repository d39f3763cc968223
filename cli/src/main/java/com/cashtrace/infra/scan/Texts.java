package com.cashtrace.infra.scan;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts that a constant holds, whatever its structure.
 *
 * @param values the texts, in their order
 * @param isText true if the constant is nothing but one text
 */
record Texts(List<String> values, boolean isText) {

  /** Copies the texts. */
  Texts {
    values = List.copyOf(values);
  }

  /** Reads the value at hand. */
  static Texts read(Cursor in) throws IOException {
    boolean isText = in.token() == JsonToken.VALUE_STRING;
    List<String> values = new ArrayList<>(1);
    collect(in, values);
    return new Texts(values, isText);
  }

  private static void collect(Cursor in, List<String> values) throws IOException {
    JsonToken token = in.token();
    if (token == JsonToken.VALUE_STRING) {
      values.add(in.text());
    } else if (token == JsonToken.START_OBJECT) {
      while (in.nextKey() != null) {
        in.next();
        collect(in, values);
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (in.next() != JsonToken.END_ARRAY) {
        collect(in, values);
      }
    }
  }
}
