package com.cashtrace.infra.environment;

import java.util.Locale;

/** What kind of data something holds or handles; residency judges by it. */
public enum DataClass {
  PUBLIC,
  OPERATIONAL,
  PERSONAL,
  SENSITIVE,
  FINANCIAL,
  PAYMENT,
  SUBSCRIBER,
  SOVEREIGN;

  /** The word that stands in a spec. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a word that the schema let pass. */
  public static DataClass of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
