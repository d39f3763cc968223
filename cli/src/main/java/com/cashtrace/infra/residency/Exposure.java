package com.cashtrace.infra.residency;

import java.util.Locale;

/** What a judgement says, the gravest first. */
public enum Exposure {
  /** Data is or goes where a rule that is in force forbids it. */
  VIOLATION,
  /** Nobody can tell where it is or goes; never a pass. */
  UNKNOWN,
  /** Will be a violation from a day that the law has set. */
  UPCOMING,
  /** The law is silent or can be read both ways. */
  UNCLEAR,
  /** A named part of a global service that AWS offers nowhere else; printed with what it holds. */
  EXCEPTION,
  /** Of a reviewed type that holds no customer data, wherever it is. */
  GLOBAL_METADATA,
  /** Where it may be. */
  OK;

  /** True for what makes a command exit with findings, everywhere. */
  public boolean fails() {
    return this == VIOLATION || this == UNKNOWN;
  }

  /** The word that reports print, such as {@code global-metadata}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
