package com.cashtrace.infra.report;

import com.cashtrace.infra.catalog.LawBook;
import java.time.LocalDate;
import java.util.List;

/**
 * The document for an auditor: values only, so that every form says the same.
 *
 * @param asOf the day that it holds for
 * @param timeSource who said which day it is
 * @param programVersion the program that made it
 * @param chapters one for each environment
 * @param law the provisions and facts that it stands on
 */
public record ResidencyReport(
    LocalDate asOf,
    String timeSource,
    String programVersion,
    List<ResidencyChapter> chapters,
    LawBook law) {

  /** Copies the chapters. */
  public ResidencyReport {
    chapters = List.copyOf(chapters);
  }

  /** True if a chapter holds a violation or something unknown that nobody waived, or a problem. */
  public boolean fails() {
    return chapters.stream().anyMatch(ResidencyChapter::fails);
  }
}
