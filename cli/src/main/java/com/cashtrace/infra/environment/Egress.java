package com.cashtrace.infra.environment;

import java.util.Locale;

/** How private subnets reach the internet. */
public enum Egress {
  PER_ZONE,
  SINGLE;

  /** The word that stands in a spec. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static Egress of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
