package com.cashtrace.infra.environment;

import java.util.Locale;

/** The engine of a cache. */
public enum CacheEngine {
  REDIS,
  VALKEY;

  /** The word that stands in a spec. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static CacheEngine of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
