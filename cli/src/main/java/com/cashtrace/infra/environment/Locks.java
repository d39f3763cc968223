package com.cashtrace.infra.environment;

import java.util.Locale;

/** Which lock guards the state. */
public enum Locks {
  DYNAMODB,
  S3,
  BOTH;

  /** The word that stands in a spec. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static Locks of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
