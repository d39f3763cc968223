package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the values of one resource after the other, whatever they look like. */
final class ValueReader {

  /** No ARN, host or bucket is longer; what is gets scanned as any text. */
  private static final int LONGEST_VALUE = 2048;

  /** Longer texts are no name of another resource. */
  private static final int LONGEST_LINK = 256;

  private final Cursor in;
  private final TextMemo places;
  private final TypeShapes.Catalogue types;
  private final Map<List<Shape>, Unknowns> unknowns = new HashMap<>();
  private final Steps steps = new Steps();
  private boolean linking;

  ValueReader(Cursor in, TextMemo places, TypeShapes.Catalogue types) {
    this.in = in;
    this.places = places;
    this.types = types;
  }

  /** Keeps short texts: in a state they say what belongs together. */
  void linking(boolean on) {
    linking = on;
  }

  /** Reads the object at hand; null is a resource that is gone. */
  void values(Held held) throws IOException {
    value(root(held.type()), held);
  }

  /** A resource of that type as a whole. */
  Shape root(String type) {
    return types.root(type);
  }

  /** Where the reading stands. */
  Steps steps() {
    return steps;
  }

  /** Reads the value at hand of the attribute of that shape. */
  void value(Shape shape, Held held) throws IOException {
    JsonToken token = in.token();
    if (token == JsonToken.START_OBJECT) {
      for (String key = in.nextKey(); key != null; key = in.nextKey()) {
        Shape child = shape.child(key);
        steps.enter(key);
        for (Mention mention : child.named()) {
          held.say(mention, child, steps);
        }
        in.next();
        value(child, held);
        steps.leave();
      }
    } else if (token == JsonToken.START_ARRAY) {
      Shape element = shape.element();
      for (int i = 0; in.next() != JsonToken.END_ARRAY; i++) {
        steps.enter(i);
        value(element, held);
        steps.leave();
      }
    } else if (token == JsonToken.VALUE_STRING) {
      text(shape, held);
    } else if (shape.isStated() && token != JsonToken.VALUE_NULL) {
      held.state(shape, steps, in.text());
    }
  }

  private void text(Shape shape, Held held) throws IOException {
    if (in.length() == 0) {
      return; // how a state says that an attribute is not set
    }
    if (shape.self() != Shape.Self.NOTHING) {
      held.self(shape.self(), in.text());
    }
    boolean isShort = in.length() <= LONGEST_VALUE;
    if (shape.isStated() && isShort) {
      held.state(shape, steps, in.text());
    }
    if (shape.isScanned() || !isShort) {
      scan(shape, held);
    }
    if (linking && shape.isPlain() && in.length() <= LONGEST_LINK) {
      held.link(in.text());
    }
  }

  private void scan(Shape shape, Held held) throws IOException {
    for (Mention mention : places.in(in.characters(), in.offset(), in.length())) {
      held.say(mention, shape, steps);
    }
  }

  /**
   * Reads {@code after_unknown}, which has the shape of the values and true for what is unknown.
   */
  void unknown(Held held) throws IOException {
    List<Shape> shapes = new ArrayList<>();
    unknown(types.root(held.type()), shapes);
    Unknowns known = unknowns.get(shapes);
    if (known == null) {
      known = new Unknowns(shapes);
      unknowns.put(shapes, known);
    }
    held.unknown(known);
  }

  private void unknown(Shape shape, List<Shape> shapes) throws IOException {
    JsonToken token = in.token();
    if (token == JsonToken.START_OBJECT) {
      for (String key = in.nextKey(); key != null; key = in.nextKey()) {
        in.next();
        unknown(shape.child(key), shapes);
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (in.next() != JsonToken.END_ARRAY) {
        unknown(shape.element(), shapes);
      }
    } else if (token == JsonToken.VALUE_TRUE) {
      shapes.add(shape);
    }
  }
}
