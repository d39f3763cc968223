package com.cashtrace.infra.terraform;

/** The exit status of a program that failed, in words. */
final class ExitStatus {

  /** What the system adds to the number of the signal that ended a program. */
  private static final int SIGNALS = 128;

  private ExitStatus() {}

  static String words(int status) {
    return status > SIGNALS
        ? "was ended by signal " + (status - SIGNALS)
        : "failed with exit status " + status;
  }
}
