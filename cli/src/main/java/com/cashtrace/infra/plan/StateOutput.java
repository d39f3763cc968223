package com.cashtrace.infra.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * An output of a state.
 *
 * @param sensitive true if terraform marks it so
 * @param value its value; {@link Value.Mark#SENSITIVE} stands for what nobody may see, be it the
 *     whole or a part of it
 */
public record StateOutput(boolean sensitive, Value value) {

  /** The value as JSON on one line. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = PlanReader.factory().createGenerator(text)) {
      Trees.write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory
    }
    return text.toString();
  }
}
