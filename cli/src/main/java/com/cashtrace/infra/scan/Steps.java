package com.cashtrace.infra.scan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The way from a resource down to the value at hand; a text is made of it only when asked for. */
final class Steps {

  private @Nullable String[] names = new @Nullable String[32];
  private int[] indexes = new int[32];
  private int depth;

  void enter(String name) {
    grow();
    names[depth++] = name;
  }

  void enter(int index) {
    grow();
    names[depth] = null;
    indexes[depth++] = index;
  }

  void leave() {
    depth--;
  }

  private void grow() {
    if (depth == indexes.length) {
      names = Arrays.copyOf(names, depth * 2);
      indexes = Arrays.copyOf(indexes, depth * 2);
    }
  }

  /** Such as {@code rule[0].destination[0].bucket} or {@code tags["a.b"]}. */
  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      String name = names[i];
      if (name == null) {
        path.append('[').append(indexes[i]).append(']');
      } else if (isPlain(name)) {
        path.append(i == 0 ? "" : ".").append(name);
      } else {
        path.append("[\"").append(name).append("\"]");
      }
    }
    return path.toString();
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean plain = letter || (c >= '0' && c <= '9') || c == '_' || c == '-';
      if (!plain) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
