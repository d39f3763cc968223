package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a resource type, indexes left out, with all that does not depend on its value;
 * found once for a type and not once for a resource.
 */
final class Shape {

  /** A map of the user's may have any number of keys; those beyond are made anew each time. */
  private static final int MOST_KEPT = 2000;

  private final TypeShapes type;
  private final String path;
  private final @Nullable Meaning meaning;
  private final Self self;
  private final boolean kept;
  private final List<Mention> named;
  private final Map<String, Shape> children = new HashMap<>(8);
  private @Nullable Shape element;

  Shape(TypeShapes type, String path) {
    this.type = type;
    this.path = path;
    this.meaning = path.isEmpty() ? null : type.meaning(path);
    this.self = Self.of(path);
    this.kept = type.isKept(path);
    this.named = type.placesIn(path.substring(path.lastIndexOf('.') + 1));
  }

  /** Such as {@code rule[].destination[].bucket}. */
  String path() {
    return path;
  }

  /** What the attribute means, or null if nobody reviewed it. */
  @Nullable Meaning meaning() {
    return meaning;
  }

  /** True if its value is kept as it is, to be understood by its meaning. */
  boolean isStated() {
    return kept || meaning instanceof Meaning.Flag || isNamed();
  }

  /** True if its value is searched for places. */
  boolean isScanned() {
    return !(meaning instanceof Meaning.NoPlace) && !isNamed();
  }

  private boolean isNamed() {
    return meaning instanceof Meaning.Names names && names.form() != Meaning.Form.TEXT;
  }

  /** True for an attribute of the resource itself and the elements of one: no block, no map. */
  boolean isPlain() {
    return path.indexOf('.') < 0;
  }

  /** The places that its very name names: a map can have regions as keys. */
  List<Mention> named() {
    return named;
  }

  /** What the attribute says of the resource itself. */
  Self self() {
    return self;
  }

  /** The attribute of that name below this one. */
  Shape child(String name) {
    Shape known = children.get(name);
    if (known == null) {
      known = new Shape(type, path.isEmpty() ? name : path + "." + name);
      if (children.size() < MOST_KEPT) {
        children.put(name, known);
      }
    }
    return known;
  }

  /** An element of this list or set. */
  Shape element() {
    Shape known = element;
    if (known == null) {
      known = new Shape(type, path + "[]");
      element = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return path;
  }

  /** What an attribute can say of the resource that it belongs to. */
  enum Self {
    ARN,
    ID,
    REGION,
    LOCATION,
    BUCKET,
    CLASSES,
    ENVIRONMENT,
    MADE_BY,
    NOTHING;

    private static Self of(String path) {
      return switch (path) {
        case "arn" -> ARN;
        case "id" -> ID;
        case "region" -> REGION;
        case "zone", "location" -> LOCATION;
        case "bucket" -> BUCKET;
        case "tags.data-class", "tags_all.data-class", "labels.data-class" -> CLASSES;
        case "tags.environment", "tags_all.environment" -> ENVIRONMENT;
        case "tags.managed-by", "tags_all.managed-by" -> MADE_BY;
        default -> NOTHING;
      };
    }
  }
}
