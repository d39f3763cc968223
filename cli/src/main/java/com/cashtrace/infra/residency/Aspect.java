package com.cashtrace.infra.residency;

import java.util.Locale;

/** In which way a place has to do with data; a rule says which of these it governs. */
public enum Aspect {
  AT_REST,
  BACKUP,
  KEY,
  LOG,
  CACHE,
  QUEUE,
  COMPUTE,
  TRANSIT;

  /** The word that stands in a profile. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static Aspect of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
