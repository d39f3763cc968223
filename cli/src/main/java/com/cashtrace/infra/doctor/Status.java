package com.cashtrace.infra.doctor;

import java.util.Locale;

/** How a check came out. */
public enum Status {
  /** As it should be. */
  OK,
  /** Work goes on, but perhaps not as somebody expects. */
  WARNING,
  /** Some command cannot work. */
  PROBLEM;

  /** The word that reports print. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
