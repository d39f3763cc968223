package com.cashtrace.infra.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The candidate with the fewest edits (insert, delete, replace, swap of neighbours; letter case
   * is ignored) from {@code word}, if it is at most a third of the word away; ties go to the name
   * that sorts first. A word of one or two letters is too short to be near anything.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String best = null;
    int bestDistance = word.length() < 3 ? 1 : Math.max(1, word.length() / 3) + 1;
    for (String candidate : candidates.stream().sorted().toList()) {
      if (Math.abs(candidate.length() - word.length()) < bestDistance) {
        int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
        if (distance < bestDistance) {
          best = candidate;
          bestDistance = distance;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** "did you mean 'x'?" or, where nothing is close, the allowed set. */
  public static String hint(String word, Collection<String> candidates, String what) {
    return to(word, candidates)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(
            () ->
                candidates.isEmpty()
                    ? "there are no " + what
                    : what + ": " + String.join(", ", candidates.stream().sorted().toList()));
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, cost, new int[] {i, j});
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] cost, int[] at) {
    int i = at[0];
    int j = at[1];
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
