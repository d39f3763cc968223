package com.cashtrace.infra.report;

import com.cashtrace.infra.residency.Exposure;
import java.util.List;

/** A part of a section, which HTML and Markdown each write in their way. */
sealed interface ResidencyBlock {

  /** A paragraph. */
  record Prose(List<ResidencySpan> text) implements ResidencyBlock {

    Prose(String text) {
      this(ResidencySpan.text(text));
    }
  }

  /** A paragraph that nobody must miss. */
  record Notice(String title, List<ResidencySpan> text) implements ResidencyBlock {}

  /** A list of paragraphs. */
  record Bullets(List<List<ResidencySpan>> items) implements ResidencyBlock {}

  /** Names with their values. */
  record Facts(List<Fact> facts) implements ResidencyBlock {}

  /** One name with its value. */
  record Fact(String name, List<ResidencySpan> value) {}

  /**
   * The verdict on one environment.
   *
   * @param name of the environment
   * @param exposure the gravest that nobody waived
   * @param headline what it means, in a few words
   * @param facts for which day and rule sets it holds
   */
  record Verdict(String name, Exposure exposure, String headline, List<Fact> facts)
      implements ResidencyBlock {}

  /**
   * A table with a heading of its own.
   *
   * @param caption what it shows
   * @param columns headings; the first column names the row
   * @param rows as many cells as columns
   * @param empty what is said instead of a table without rows
   */
  record Table(
      String caption, List<String> columns, List<List<List<ResidencySpan>>> rows, String empty)
      implements ResidencyBlock {}

  /**
   * Data on its way, as a picture by country; the table that follows it says the same.
   *
   * @param id unique in the document
   * @param chapter what it shows
   */
  record Picture(String id, ResidencyChapter chapter) implements ResidencyBlock {}

  /**
   * A part of the document under a heading.
   *
   * @param id anchor, unique in the document
   * @param number such as {@code 2.3}
   * @param title of the heading
   * @param depth 1 for the chief parts, 2 for what is within one
   * @param blocks what it holds
   */
  record Section(String id, String number, String title, int depth, List<ResidencyBlock> blocks) {}
}
