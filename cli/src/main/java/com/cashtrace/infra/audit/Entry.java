package com.cashtrace.infra.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a command wants recorded; the trail adds environment, number, time and the link.
 *
 * @param principal who
 * @param host where
 * @param digests SHA-256 of what it was about, in hexadecimal: spec, root, plan-json,
 *     provider-lock, state and so on
 * @param details what
 */
public record Entry(
    Principal principal, Host host, SortedMap<String, String> digests, Details details) {

  /** Copies the map. */
  public Entry {
    digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
  }

  /** With digests in any order. */
  public static Entry of(
      Principal principal, Host host, Map<String, String> digests, Details details) {
    return new Entry(principal, host, new TreeMap<>(digests), details);
  }
}
