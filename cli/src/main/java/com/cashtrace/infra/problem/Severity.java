package com.cashtrace.infra.problem;

import java.util.Locale;

/** How much a problem weighs: only errors make a command exit with {@link ExitCode#FINDINGS}. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The word that reports print, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
