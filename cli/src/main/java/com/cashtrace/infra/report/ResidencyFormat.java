package com.cashtrace.infra.report;

import java.io.IOException;

/** One form in which the residency report is written. */
public interface ResidencyFormat {

  /**
   * Writes the whole report, with LF line ends and one at its end (CRLF in CSV, as its standard
   * asks for); whatever the values hold, the form stays intact.
   */
  void write(ResidencyReport report, Appendable out) throws IOException;
}
