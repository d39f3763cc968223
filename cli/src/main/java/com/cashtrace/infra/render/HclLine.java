package com.cashtrace.infra.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of HCL, as far as laying it out asks about it.
 *
 * @param lead the text, or what stands before the equals sign of an assignment
 * @param value what stands behind it; empty if the line is no assignment that is complete in itself
 * @param net how many more brackets the line opens than it closes
 * @param verbatim true inside a heredoc, where every space is content
 */
record HclLine(String lead, String value, int net, boolean verbatim) {

  private static final Pattern HEREDOC = Pattern.compile("<<-?([A-Za-z_][A-Za-z0-9_-]*)$");

  /** Cuts a text into lines; the spaces around each are dropped. */
  static List<HclLine> split(String text) {
    List<HclLine> lines = new ArrayList<>();
    String heredocEnd = "";
    for (String raw : (Iterable<String>) text.lines()::iterator) {
      if (!heredocEnd.isEmpty()) {
        lines.add(new HclLine(raw, "", 0, true));
        heredocEnd = raw.strip().equals(heredocEnd) ? "" : heredocEnd;
      } else {
        HclLine line = of(raw.strip());
        lines.add(line);
        heredocEnd = line.value().startsWith("<<") ? heredocEnd(line.value()) : "";
      }
    }
    return lines;
  }

  private static HclLine of(String text) {
    HclScanner scanner = new HclScanner(text);
    scanner.run();
    int equals = scanner.equalsAt();
    boolean whole = equals > 0 && scanner.net() == 0;
    return whole
        ? new HclLine(
            text.substring(0, equals).strip(),
            text.substring(equals + 1).strip(),
            scanner.net(),
            false)
        : new HclLine(text, "", scanner.net(), false);
  }

  private static String heredocEnd(String value) {
    Matcher heredoc = HEREDOC.matcher(value);
    return heredoc.matches() ? heredoc.group(1) : "";
  }

  boolean isBlank() {
    return !verbatim && lead.isEmpty();
  }

  boolean isAssignment() {
    return !value.isEmpty();
  }

  /** The line with the equals sign behind a lead of the given width. */
  String text(int width) {
    return isAssignment() ? lead + " ".repeat(width - lead.length()) + " = " + value : lead;
  }
}
