package com.cashtrace.infra.report;

import java.io.IOException;

/** One format in which the result of a check is written. */
public interface ProblemReport {

  /**
   * Writes the whole report, with LF line ends and one at its end; whatever the values hold, the
   * format stays intact and no control character reaches a terminal.
   */
  void write(CheckResult value, Appendable out) throws IOException;
}
