package com.cashtrace.infra.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The way to a value in a document, such as {@code services.api.cpu} or {@code place.zones[0]}.
 *
 * @param segments keys and list indexes (from 0), from the top
 */
public record SpecPath(List<String> segments) implements Comparable<SpecPath> {

  /** The document as a whole. */
  public static final SpecPath ROOT = new SpecPath(List.of());

  private static final Pattern SEGMENT =
      Pattern.compile("\\[\"(?<quoted>[^\"]*)\"\\]|\\[(?<index>\\d+)\\]|(?<plain>[^.\\[\\]]+)");
  private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"]+");
  private static final Pattern INDEX = Pattern.compile("\\d+");

  /** Copies the segments. */
  public SpecPath {
    segments = List.copyOf(segments);
  }

  /** A path of the given keys. */
  public static SpecPath of(String... keys) {
    return new SpecPath(List.of(keys));
  }

  /** Reads what {@link #toString} writes; {@code place.zones.0} is understood as well. */
  public static SpecPath parse(String text) {
    return new SpecPath(
        SEGMENT
            .matcher(text)
            .results()
            .map(m -> m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group())
            .toList());
  }

  /** The path of a key or an index below this one. */
  public SpecPath child(String segment) {
    List<String> all = new ArrayList<>(segments);
    all.add(segment);
    return new SpecPath(all);
  }

  /** The path without its last segment; the root's parent is the root. */
  public SpecPath parent() {
    return segments.isEmpty() ? this : new SpecPath(segments.subList(0, segments.size() - 1));
  }

  /** The last key or index; empty for the root. */
  public String last() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  /** True if this path is {@code other} or lies below it. */
  public boolean isWithin(SpecPath other) {
    return segments.size() >= other.segments.size()
        && segments.subList(0, other.segments.size()).equals(other.segments);
  }

  @Override
  public int compareTo(SpecPath other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String segment : segments) {
      if (INDEX.matcher(segment).matches()) {
        text.append('[').append(segment).append(']');
      } else if (PLAIN.matcher(segment).matches()) {
        text.append(text.isEmpty() ? "" : ".").append(segment);
      } else {
        text.append("[\"").append(segment).append("\"]");
      }
    }
    return text.toString();
  }
}
