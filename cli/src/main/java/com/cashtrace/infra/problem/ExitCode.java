package com.cashtrace.infra.problem;

/**
 * What the process returns. The order of the constants is the order in which one result hides
 * another when several environments are worked on.
 */
public enum ExitCode {
  OK(0),
  CHANGES(2),
  FINDINGS(3),
  FAILED(1),
  INTERRUPTED(130),
  BUG(70),
  USAGE(64);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  /** The number that the operating system sees. */
  public int value() {
    return value;
  }

  /** The one of the two that must be reported for both together. */
  public ExitCode and(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
