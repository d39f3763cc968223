package com.cashtrace.infra.environment;

import java.util.Locale;

/** What an environment is for; rules and guards differ by it. */
public enum Tier {
  DEVELOPMENT,
  STAGING,
  PRODUCTION,
  PREVIEW;

  /** The word that stands in a spec. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static Tier of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
