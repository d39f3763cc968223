package com.cashtrace.infra.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lays generated HCL out as {@code terraform fmt} would, so that templates need not care: two
 * spaces for each line that opens more brackets than it closes, and the equals signs of
 * neighbouring lines below each other. Blank lines are kept single, and none stands at the edge of
 * a block.
 */
final class HclLayout {

  private HclLayout() {}

  /** The text with LF line ends, ending in one; nothing if there is nothing but blank lines. */
  static String format(String text) {
    List<HclLine> lines = tidied(HclLine.split(text));
    List<String> aligned = aligned(lines);
    StringBuilder out = new StringBuilder(text.length() * 5 / 4);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < lines.size(); i++) {
      HclLine line = lines.get(i);
      close(open, -line.net());
      boolean indented = !line.verbatim() && !line.isBlank();
      out.append("  ".repeat(indented ? open.size() : 0)).append(aligned.get(i)).append('\n');
      if (line.net() > 0) {
        open.push(line.net());
      }
    }
    return out.toString();
  }

  /** One level may stand for several brackets that were opened in one line. */
  private static void close(Deque<Integer> open, int brackets) {
    int rest = brackets;
    while (rest > 0 && !open.isEmpty()) {
      int last = open.pop();
      if (last > rest) {
        open.push(last - rest);
      }
      rest -= last;
    }
  }

  private static List<HclLine> tidied(List<HclLine> lines) {
    List<HclLine> kept = new ArrayList<>();
    boolean gap = false;
    for (HclLine line : lines) {
      if (line.isBlank()) {
        gap = true;
        continue;
      }
      boolean afterOpening = kept.isEmpty() || kept.get(kept.size() - 1).net() > 0;
      if (gap && !afterOpening && line.net() >= 0) {
        kept.add(new HclLine("", "", 0, false));
      }
      kept.add(line);
      gap = false;
    }
    return kept;
  }

  private static List<String> aligned(List<HclLine> lines) {
    List<String> texts = new ArrayList<>(lines.size());
    while (texts.size() < lines.size()) {
      int start = texts.size();
      int end = start;
      int widest = 0;
      while (end < lines.size() && lines.get(end).isAssignment()) {
        widest = Math.max(widest, lines.get(end).lead().length());
        end++;
      }
      int width = widest;
      lines.subList(start, Math.max(end, start + 1)).forEach(line -> texts.add(line.text(width)));
    }
    return texts;
  }
}
