package com.cashtrace.infra.environment;

import java.util.Locale;

/** Which Fargate capacity tasks run on. */
public enum Capacity {
  ON_DEMAND,
  SPOT;

  /** The word that stands in a spec. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static Capacity of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
