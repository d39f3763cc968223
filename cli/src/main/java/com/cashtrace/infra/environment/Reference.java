package com.cashtrace.infra.environment;

import com.cashtrace.infra.document.SpecPath;
import java.util.Comparator;

/**
 * The name of a component as another one says it: {@code databases.main}.
 *
 * @param kind the map that it stands in
 * @param key its key there
 */
public record Reference(Kind kind, String key) implements Comparable<Reference> {

  private static final Comparator<Reference> ORDER =
      Comparator.comparing(Reference::kind).thenComparing(Reference::key);

  /** Reads {@code kind.key}; the schema has checked the form. */
  public static Reference parse(String text) {
    int dot = text.indexOf('.');
    return new Reference(Kind.of(text.substring(0, dot)), text.substring(dot + 1));
  }

  /** Where the component stands in the spec. */
  public SpecPath path() {
    return SpecPath.of(kind.word(), key);
  }

  @Override
  public int compareTo(Reference other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind.word() + "." + key;
  }
}
