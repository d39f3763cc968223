package com.cashtrace.infra.scan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading of one JSON document stands. A key that an object has twice is refused: readers
 * disagree on which of the two counts, and one of them could hide a place.
 */
final class Cursor implements Closeable {

  private final JsonParser json;
  private final Trouble trouble;
  private final List<Keys> keys = new ArrayList<>();

  Cursor(JsonParser json, Trouble trouble) {
    this.json = json;
    this.trouble = trouble;
  }

  /** What to say of the document. */
  Trouble trouble() {
    return trouble;
  }

  /** The token at hand; null before the beginning and behind the end. */
  @Nullable JsonToken token() {
    return json.currentToken();
  }

  /** Goes to the next token; null behind the end. */
  @Nullable JsonToken next() throws IOException {
    return json.nextToken();
  }

  /**
   * Goes to the next key of the object at whose beginning, or behind one of whose values, the
   * cursor stands; null at its end.
   */
  @Nullable String nextKey() throws IOException {
    boolean first = json.currentToken() == JsonToken.START_OBJECT;
    String key = json.nextFieldName();
    if (key != null) {
      int depth = json.getParsingContext().getNestingDepth();
      while (depth >= keys.size()) {
        keys.add(new Keys());
      }
      if (!keys.get(depth).add(key, first)) {
        throw trouble.unreadable("names the key '" + Trouble.shortened(key) + "' twice");
      }
    }
    return key;
  }

  /** Does something with each value of the object at hand; what is none is skipped. */
  void eachKey(KeyStep step) throws IOException {
    if (token() != JsonToken.START_OBJECT) {
      skip();
      return;
    }
    for (String key = nextKey(); key != null; key = nextKey()) {
      next();
      step.at(key);
    }
  }

  /** Does something with each element of the list at hand; what is none is skipped. */
  void eachElement(Step step) throws IOException {
    if (token() != JsonToken.START_ARRAY) {
      skip();
      return;
    }
    while (next() != JsonToken.END_ARRAY) {
      step.run();
    }
  }

  /** Reads the value of a key, at which the cursor stands, to its end. */
  interface KeyStep {
    void at(String key) throws IOException;
  }

  /** Reads the value at which the cursor stands to its end. */
  interface Step {
    void run() throws IOException;
  }

  /** Skips the value at hand with everything in it. */
  void skip() throws IOException {
    json.skipChildren();
  }

  /** The text at hand. */
  String text() throws IOException {
    return json.getText();
  }

  /** The text at hand, or null if the value at hand is none. */
  @Nullable String textOrNull() throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
  }

  /** The buffer that holds the text at hand, until the cursor moves. */
  char[] characters() throws IOException {
    return json.getTextCharacters();
  }

  /** Where the text at hand begins in its buffer. */
  int offset() throws IOException {
    return json.getTextOffset();
  }

  /** How long the text at hand is. */
  int length() throws IOException {
    return json.getTextLength();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
