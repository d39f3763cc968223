package com.cashtrace.infra.report;

/**
 * A source line as it is shown under a problem.
 *
 * @param text safe to print, tabs as spaces, cut around the column if the line is very long
 * @param indent columns before the caret
 */
record Excerpt(String text, int indent) {

  /** Characters of a line that are shown at the most. */
  private static final int MOST = 120;

  private static final String TAB = "    ";
  private static final String CUT = "... ";

  /** The part of a line around a column, which counts code points from 1. */
  static Excerpt of(String line, int column) {
    int[] all = line.codePoints().toArray();
    int at = Math.min(Math.max(column - 1, 0), all.length);
    int from = Math.max(0, Math.min(at - MOST / 2, all.length - MOST));
    int to = Math.min(all.length, from + MOST);
    StringBuilder text = new StringBuilder(from > 0 ? CUT : "");
    int indent = text.length();
    for (int i = from; i < to; i++) {
      String shown = all[i] == '\t' ? TAB : SafeText.of(all[i]);
      text.append(shown);
      indent += i < at ? shown.codePoints().map(SafeText::width).sum() : 0;
    }
    return new Excerpt(to < all.length ? text + " ..." : text.toString(), indent);
  }
}
