package com.cashtrace.infra.render;

import com.cashtrace.infra.file.Digests;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The priorities of the load balancer's rules. AWS wants them distinct and no order matters, as the
 * rules look at different hosts. Each comes from the digest of its host, so that another host
 * changes none of them, but in the rare case that two meet: then the one that sorts later takes the
 * next free number.
 */
final class ListenerPriorities {

  /** The highest that AWS allows. */
  private static final int HIGHEST = 50_000;

  private ListenerPriorities() {}

  /** Host to priority, from 1. */
  static Map<String, Integer> of(Collection<String> hosts) {
    Map<String, Integer> priorities = new TreeMap<>();
    TreeSet<Integer> taken = new TreeSet<>();
    for (String host : new TreeSet<>(hosts)) {
      int priority = (int) (Long.parseLong(Digests.sha256(host).substring(0, 8), 16) % HIGHEST);
      while (!taken.add(priority)) {
        priority = (priority + 1) % HIGHEST;
      }
      priorities.put(host, priority + 1);
    }
    return priorities;
  }
}
