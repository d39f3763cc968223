package com.cashtrace.infra.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One state while it is read. */
final class StateDocument {

  private final JsonParser in;
  private final Masking masking;

  private String terraformVersion = "";
  private final List<String> addresses = new ArrayList<>();
  private final SortedMap<String, StateOutput> outputs = new TreeMap<>();

  StateDocument(JsonParser in, Masking masking) {
    this.in = in;
    this.masking = masking;
  }

  /** Does something with the value at which the parser stands, and leaves it at its last token. */
  private interface Reading {
    void read(String key) throws IOException;
  }

  StateContent read() throws IOException {
    in.nextToken();
    each(
        key -> {
          switch (key) {
            case "terraform_version" -> terraformVersion = Trees.read(in).text().orElse("");
            case "values" -> each(this::values);
            default -> in.skipChildren();
          }
        });
    return new StateContent(terraformVersion, addresses, outputs);
  }

  private void values(String key) throws IOException {
    switch (key) {
      case "outputs" -> each(name -> outputs.put(name, output(name, Trees.read(in))));
      case "root_module" -> each(this::module);
      default -> in.skipChildren();
    }
  }

  private void module(String key) throws IOException {
    switch (key) {
      case "resources" -> elements(() -> resource(Trees.read(in)));
      case "child_modules" -> elements(() -> each(this::module));
      default -> in.skipChildren();
    }
  }

  private void each(Reading reading) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      in.nextToken();
      reading.read(key);
    }
  }

  /** Reads one element of a list. */
  private interface Element {
    void read() throws IOException;
  }

  private void elements(Element element) throws IOException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  /** Masked for what is learned by it; the values themselves are of no use here. */
  private void resource(Value resource) {
    masking.byName("", masking.byMarks(resource.at("values"), resource.at("sensitive_values")));
    if (!resource.at("mode").text().orElse("").equals("data")) {
      resource.at("address").text().ifPresent(addresses::add);
    }
  }

  private StateOutput output(String name, Value declared) {
    boolean sensitive = declared.at("sensitive").isTrue();
    Value value = declared.at("value");
    return new StateOutput(
        sensitive, sensitive ? masking.hide(value) : masking.byName(name, value));
  }
}
