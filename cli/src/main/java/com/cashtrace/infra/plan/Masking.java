package com.cashtrace.infra.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Hides the values that nobody may see, by terraform's marks and by name, and learns them. */
final class Masking {

  /** Under these keys stands a value that is named by what the key belongs to. */
  private static final Set<String> NAMELESS = Set.of("constant_value", "default", "value");

  private final JsonFactory factory;
  private final Consumer<String> secrets;
  private final Set<String> known = new HashSet<>();

  /** Tells {@code secrets} each text that is hidden. */
  Masking(JsonFactory factory, Consumer<String> secrets) {
    this.factory = factory;
    this.secrets = secrets;
  }

  /**
   * Hides what terraform marks.
   *
   * @param marks of the same shape as the value, with true where all below is sensitive
   */
  Value byMarks(Value value, Value marks) {
    if (marks.isTrue()) {
      return hide(value);
    }
    if (value instanceof Value.Fields map && marks instanceof Value.Fields marked) {
      Map<String, Value> fields = new LinkedHashMap<>(map.fields());
      fields.replaceAll((key, below) -> byMarks(below, marked.at(key)));
      return new Value.Fields(fields);
    }
    if (value instanceof Value.Items list && marks instanceof Value.Items marked) {
      List<Value> items = new ArrayList<>(list.items());
      for (int i = 0; i < Math.min(items.size(), marked.items().size()); i++) {
        items.set(i, byMarks(items.get(i), marked.items().get(i)));
      }
      return new Value.Items(items);
    }
    return value;
  }

  /** Hides texts whose name says that they are secret, also inside JSON that is a text here. */
  Value byName(String name, Value value) {
    if (value instanceof Value.Text text) {
      return text(name, text);
    }
    if (value instanceof Value.Items list) {
      return new Value.Items(list.items().stream().map(item -> byName(name, item)).toList());
    }
    if (value instanceof Value.Fields map) {
      String named = map.at("name").text().orElse(name);
      Map<String, Value> fields = new LinkedHashMap<>(map.fields());
      fields.replaceAll((key, below) -> byName(NAMELESS.contains(key) ? named : key, below));
      return new Value.Fields(fields);
    }
    return value;
  }

  /** Hides all of the value, and remembers its texts. */
  Value hide(Value value) {
    learn(value);
    return value == Value.Mark.NULL ? value : Value.Mark.SENSITIVE;
  }

  private void learn(Value value) {
    if (value instanceof Value.Text text
        && !text.content().isEmpty()
        && known.add(text.content())) {
      secrets.accept(text.content());
      document("", text); // one has secrets of its own, which may turn up without the rest
    } else if (value instanceof Value.Items list) {
      list.items().forEach(this::learn);
    } else if (value instanceof Value.Fields map) {
      map.fields().values().forEach(this::learn);
    }
  }

  private Value text(String name, Value.Text text) {
    if (SecretNames.hides(name, text.content()) || known.contains(text.content())) {
      return hide(text);
    }
    return document(name, text);
  }

  /** A text that is JSON itself: a container definition, a policy, the value of a secret. */
  private Value document(String name, Value.Text text) {
    String start = text.content().stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return text;
    }
    var out = new StringWriter();
    try (JsonParser json = factory.createParser(text.content());
        JsonGenerator masked = factory.createGenerator(out)) {
      json.nextToken();
      Value inside = Trees.read(json);
      Value hidden = byName(name, inside);
      if (hidden.equals(inside) || json.nextToken() != null) {
        return text;
      }
      Trees.write(masked, hidden);
    } catch (IOException e) {
      // It only begins like JSON: then it is a text like any other.
      return text;
    }
    return new Value.Text(out.toString());
  }
}
