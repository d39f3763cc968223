package com.cashtrace.infra.workspace;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.Arrays;
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
    boolean added = difference.kind() == Difference.Kind.ADDED;
    boolean removed = difference.kind() == Difference.Kind.REMOVED;
    return UnifiedDiffUtils.generateUnifiedDiff(
        added ? NOTHING : "a/" + difference.path(),
        removed ? NOTHING : "b/" + difference.path(),
        before,
        DiffUtils.diff(before, after),
        CONTEXT);
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.stripTrailing().split("\n", -1));
  }
}
