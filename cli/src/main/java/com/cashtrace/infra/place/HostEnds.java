package com.cashtrace.infra.place;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What hosts end in, and what that tells; the longest end that is known counts. */
final class HostEnds {

  private static final int MOST_LABELS = 6;
  private static final int LONGEST_LAST_LABEL = 8;

  private final Map<String, HostRule> rules = new HashMap<>();
  private final long[] lastLabels;

  HostEnds(Entries hosts, Atlas atlas, Processors processors) {
    Entries regional = hosts.map("regional");
    for (String provider : List.of(Atlas.AWS, Atlas.GCP, Atlas.AZURE, Atlas.OCI)) {
      regional.texts(provider).forEach(end -> rules.put(end, new HostRule.Regional(provider)));
    }
    hosts.texts("buckets").forEach(end -> rules.put(end, new HostRule.Bucket()));
    hosts.textMap("edges").forEach((end, what) -> fixed(end, new Worldwide(what)));
    Entries fixed = hosts.map("fixed");
    fixed.textMap(Atlas.AWS).forEach((end, region) -> fixed(end, atlas.located(Atlas.AWS, region)));
    fixed.textMap(Atlas.GCP).forEach((end, region) -> fixed(end, atlas.located(Atlas.GCP, region)));
    hosts
        .textMap("services")
        .forEach(
            (end, region) ->
                rules.put(end, new HostRule.Service(atlas.located(Atlas.AWS, region))));
    processors.hostEnds().forEach((end, one) -> rules.put(end, new HostRule.Company(one)));
    lastLabels =
        rules.keySet().stream().mapToLong(HostEnds::lastLabel).sorted().distinct().toArray();
  }

  private void fixed(String end, Whereabouts where) {
    rules.put(end, new HostRule.Fixed(where));
  }

  private static long lastLabel(String end) {
    Window text = Window.of(end);
    return packed(text, end.lastIndexOf('.') + 1, end.length());
  }

  /** Up to twelve letters as one number, so that looking one up makes no garbage. */
  private static long packed(Window text, int start, int end) {
    long packed = 0;
    for (int i = start; i < end; i++) {
      packed = (packed << 5) | (text.at(i) - 'a' + 1);
    }
    return packed;
  }

  /** The end of a host whose last dot is here, or -1 if this is not the last dot of a known one. */
  int hostEnd(Window text, int dot) {
    int end = text.afterLetters(dot + 1, LONGEST_LAST_LABEL + 1);
    if (end < dot + 3
        || end > dot + 1 + LONGEST_LAST_LABEL
        || Arrays.binarySearch(lastLabels, packed(text, dot + 1, end)) < 0) {
      return -1;
    }
    boolean goesOn = text.at(end) == '.' ? text.word(end + 1) : text.host(end) || text.word(end);
    return goesOn ? -1 : end;
  }

  /** The longest known end of a host in lower case, or null. */
  @Nullable String longest(String host) {
    int start = host.length();
    for (int labels = 0; labels < MOST_LABELS && start > 0; labels++) {
      start = host.lastIndexOf('.', start - 1);
    }
    while (start >= -1) {
      String end = host.substring(start + 1);
      if (rules.containsKey(end)) {
        return end;
      }
      int dot = host.indexOf('.', start + 1);
      if (dot < 0) {
        return null;
      }
      start = dot;
    }
    return null;
  }

  /** The rule of an end that {@link #longest} gave. */
  HostRule rule(String end) {
    HostRule rule = rules.get(end);
    if (rule == null) {
      throw new IllegalArgumentException("no known end of a host: " + end);
    }
    return rule;
  }
}
