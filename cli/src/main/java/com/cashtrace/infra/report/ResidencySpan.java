package com.cashtrace.infra.report;

import com.cashtrace.infra.residency.Exposure;
import java.util.List;

/**
 * A stretch of text in one style, of which paragraphs and cells of the report are made.
 *
 * @param style how it is shown
 * @param text what it says; for a mark, the word of the exposure
 */
record ResidencySpan(Style style, String text) {

  /** How a stretch of text is shown. */
  enum Style {
    PLAIN,
    STRONG,
    /** Names from specs and plans, which a reader may want to search for. */
    CODE,
    /** What is said by the way. */
    QUIET,
    /** The word of an exposure, with a sign that needs no colour. */
    MARK,
    /** An address, a link where it begins with https. */
    SOURCE,
    /** The end of a line within a cell. */
    BREAK
  }

  static ResidencySpan plain(String text) {
    return new ResidencySpan(Style.PLAIN, text);
  }

  static ResidencySpan strong(String text) {
    return new ResidencySpan(Style.STRONG, text);
  }

  static ResidencySpan code(String text) {
    return new ResidencySpan(Style.CODE, text);
  }

  static ResidencySpan quiet(String text) {
    return new ResidencySpan(Style.QUIET, text);
  }

  static ResidencySpan source(String text) {
    return new ResidencySpan(Style.SOURCE, text);
  }

  static ResidencySpan mark(Exposure exposure) {
    return new ResidencySpan(Style.MARK, exposure.word());
  }

  static ResidencySpan newLine() {
    return new ResidencySpan(Style.BREAK, "");
  }

  /** A text of one plain stretch. */
  static List<ResidencySpan> text(String text) {
    return List.of(plain(text));
  }
}
