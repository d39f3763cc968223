package com.cashtrace.infra.workspace;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** Differences as {@code patch} reads them. */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final String NOTHING = "/dev/null";

  private UnifiedDiff() {}

  /** The differences of all files; empty if there are none. */
  public static String of(List<Difference> differences) {
    StringBuilder text = new StringBuilder();
    for (Difference difference : differences) {
      lines(difference).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static List<String> lines(Difference difference) {
    List<String> before = split(difference.before());
    List<String> after = split(difference.after());
    String path = difference.path();
    return switch (difference.kind()) {
      case ADDED -> whole(NOTHING, "b/" + path, before, after);
      case REMOVED -> whole("a/" + path, NOTHING, before, after);
      case CHANGED, EDITED ->
          UnifiedDiffUtils.generateUnifiedDiff(
              "a/" + path, "b/" + path, before, DiffUtils.diff(before, after), CONTEXT);
    };
  }

  /** The library counts the lines of a file that is not there from 1, patch from 0. */
  private static List<String> whole(
      String from, String to, List<String> before, List<String> after) {
    List<String> lines = new ArrayList<>();
    lines.add("--- " + from);
    lines.add("+++ " + to);
    lines.add("@@ -" + range(before) + " +" + range(after) + " @@");
    before.forEach(line -> lines.add("-" + line));
    after.forEach(line -> lines.add("+" + line));
    return lines;
  }

  private static String range(List<String> lines) {
    return lines.isEmpty() ? "0,0" : "1," + lines.size();
  }

  /** A last line without an end is told from one with an end, as git does it. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
