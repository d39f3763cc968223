package com.cashtrace.infra.environment;

import java.util.Locale;

/** How a new version of a service replaces the old one. */
public enum Strategy {
  ROLLING,
  BLUE_GREEN,
  CANARY;

  /** The word that stands in a spec. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static Strategy of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
