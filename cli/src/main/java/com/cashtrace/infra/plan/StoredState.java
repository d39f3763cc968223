package com.cashtrace.infra.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Puts a state as terraform stores it into the JSON in which terraform shows one, without terraform
 * and its providers, which take seconds to tell their schemas. That is enough for a state that
 * terraform 1.11 or later wrote just now: an apply brings each resource of the state to the schema
 * of today, and stores with it what is sensitive by that schema.
 */
public final class StoredState {

  private static final JsonFactory FACTORY = PlanReader.factory();
  private static final long VERSION = 4;

  private final JsonParser in;
  private final JsonGenerator out;

  private Value version = Value.Mark.NULL;
  private Value terraform = Value.Mark.NULL;
  private Value outputs = Value.Mark.NULL;

  private StoredState(JsonParser in, JsonGenerator out) {
    this.in = in;
    this.out = out;
  }

  /**
   * The state as {@code terraform show -json} prints it, as far as it is read here: all resources
   * stand in the root module, each under its whole address.
   *
   * @param stored version 4 of the format
   * @return nothing if only terraform itself can tell what stands there
   */
  public static Optional<byte[]> shown(byte[] stored) {
    ByteArrayOutputStream shown = new ByteArrayOutputStream(2 * stored.length);
    try (JsonParser in = FACTORY.createParser(stored);
        JsonGenerator out = FACTORY.createGenerator(shown)) {
      if (!new StoredState(in, out).write()) {
        return Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(shown.toByteArray());
  }

  private boolean write() throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    out.writeStartObject();
    out.writeStringField("format_version", "1.0");
    out.writeObjectFieldStart("values");
    out.writeObjectFieldStart("root_module");
    out.writeArrayFieldStart("resources");
    boolean known = fields();
    out.writeEndArray();
    out.writeEndObject();
    field("outputs", outputs);
    out.writeEndObject();
    field("terraform_version", terraform);
    out.writeEndObject();
    return known && in.nextToken() == null && version.whole().orElse(0) == VERSION;
  }

  private boolean fields() throws IOException {
    boolean known = false;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "version" -> version = Trees.read(in);
        case "terraform_version" -> terraform = Trees.read(in);
        case "outputs" -> outputs = Trees.read(in);
        case "resources" -> known = resources();
        default -> in.skipChildren();
      }
    }
    return known;
  }

  private boolean resources() throws IOException {
    boolean known = in.currentToken() == JsonToken.START_ARRAY;
    while (known && in.nextToken() != JsonToken.END_ARRAY) {
      Optional<Value.Items> instances = StoredResource.shown(Trees.read(in));
      known = instances.isPresent();
      for (Value instance : instances.map(Value.Items::items).orElseGet(List::of)) {
        Trees.write(out, instance);
      }
    }
    return known;
  }

  private void field(String name, Value value) throws IOException {
    out.writeFieldName(name);
    Trees.write(out, value);
  }
}
