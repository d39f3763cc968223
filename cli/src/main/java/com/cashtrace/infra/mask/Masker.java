package com.cashtrace.infra.mask;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * The secret values that this run has met. They are learned while it runs (a plan is read after the
 * first line was printed), so the set grows; threads may share it.
 */
public final class Masker {

  /** What stands in place of a secret value; terraform's own words. */
  public static final String MASK = "(sensitive)";

  /**
   * Shorter values are no secrets worth the name, and to mask each "no" or "eu" of a report would
   * make it unreadable. Where a plan marks them, they are hidden at their place all the same.
   */
  public static final int SHORTEST = 4;

  private final Set<String> secrets = new ConcurrentSkipListSet<>();
  private volatile Map<Character, List<String>> byFirst = Map.of();
  private volatile int longest;

  /**
   * From now on this value is masked, and so are its forms that reports hold: each line of a text
   * of several lines (a private key), and the text as it stands inside a JSON string.
   */
  public void add(String secret) {
    var forms = new TreeSet<>(secret.lines().map(String::strip).toList());
    forms.add(secret);
    forms.add(escaped(secret));
    forms.removeIf(form -> form.length() < SHORTEST);
    if (secrets.addAll(forms)) {
      index();
    }
  }

  /** The text with every secret in it replaced: the leftmost first, there the longest. */
  public String mask(String text) {
    var out = new StringBuilder();
    scan(text, text.length(), out);
    return out.toString();
  }

  /**
   * Masks the text up to {@code end} into {@code out}; a secret that begins before {@code end} may
   * reach beyond it.
   *
   * @return where it stopped: {@code end}, or behind the secret that reached beyond
   */
  int scan(CharSequence text, int end, StringBuilder out) {
    int at = 0;
    while (at < end) {
      int length = secretAt(text, at);
      if (length > 0) {
        out.append(MASK);
        at += length;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return at;
  }

  /** Where the longest end of {@code text} begins that more text may complete to a secret. */
  int openEnd(CharSequence text) {
    for (int at = Math.max(0, text.length() - longest + 1); at < text.length(); at++) {
      String rest = text.subSequence(at, text.length()).toString();
      for (String secret : byFirst.getOrDefault(rest.charAt(0), List.of())) {
        if (secret.length() > rest.length() && secret.startsWith(rest)) {
          return at;
        }
      }
    }
    return text.length();
  }

  /** Length of the longest secret known, in characters. */
  int longest() {
    return longest;
  }

  private int secretAt(CharSequence text, int at) {
    for (String secret : byFirst.getOrDefault(text.charAt(at), List.of())) {
      int end = at + secret.length();
      if (end <= text.length() && secret.contentEquals(text.subSequence(at, end))) {
        return secret.length();
      }
    }
    return 0;
  }

  private synchronized void index() {
    byFirst =
        secrets.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.groupingBy(secret -> secret.charAt(0)));
    longest = secrets.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }
}
