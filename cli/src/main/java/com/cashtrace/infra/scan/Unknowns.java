package com.cashtrace.infra.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a resource whose values nobody knows before the plan is applied; resources of
 * one type share them, mostly.
 */
final class Unknowns {

  /** Everything is known. */
  static final Unknowns NONE = new Unknowns(List.of());

  private final List<Shape> meaningful;
  private final Map<String, Shape> byPath = new HashMap<>();

  Unknowns(List<Shape> shapes) {
    this.meaningful =
        shapes.stream().filter(shape -> shape.meaning() instanceof Meaning.Names).toList();
    for (Shape shape : shapes) {
      String path = shape.path();
      for (String at = path; !at.isEmpty(); at = above(at)) {
        byPath.putIfAbsent(at, shape);
      }
    }
  }

  /** The path of what a path is in; empty where it is in nothing. */
  static String above(String path) {
    int end = path.endsWith("[]") ? path.length() - 2 : path.lastIndexOf('.');
    return end < 0 ? "" : path.substring(0, end);
  }

  /** Those whose meaning says that they name a place. */
  List<Shape> meaningful() {
    return meaningful;
  }

  /** An unknown attribute at or below a path, or null if all there is known. */
  @Nullable Shape at(String path) {
    return byPath.get(path);
  }
}
