package com.cashtrace.infra.environment;

import java.util.Locale;

/** The kinds of components; a kind's word is the key of its map in the spec. */
public enum Kind {
  SERVICES,
  DATABASES,
  CACHES,
  BUCKETS,
  SECRETS;

  /** The word that stands in a spec. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
