package com.cashtrace.infra.terraform;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a program.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 * @param preRelease what follows a dash, such as {@code rc1}; empty for a release
 */
public record Version(int major, int minor, int patch, String preRelease)
    implements Comparable<Version> {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-([0-9A-Za-z.-]+))?(?:\\+.*)?");

  /** A pre-release comes before its release; two of them stand in the order of their text. */
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch)
          .thenComparing(Version::isRelease)
          .thenComparing(Version::preRelease);

  /** Reads {@code 1.11.4} or {@code 1.12.0-beta1}; empty for anything else. */
  public static Optional<Version> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String preRelease = matcher.group(4);
    return Optional.of(
        new Version(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            preRelease == null ? "" : preRelease));
  }

  private boolean isRelease() {
    return preRelease.isEmpty();
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String numbers = major + "." + minor + "." + patch;
    return isRelease() ? numbers : numbers + "-" + preRelease;
  }
}
