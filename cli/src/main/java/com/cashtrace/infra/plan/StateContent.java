package com.cashtrace.infra.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a state holds, as far as people are told of it.
 *
 * @param terraformVersion the terraform that wrote it; empty for a state that holds nothing
 * @param addresses of the resources in it, data sources left out, in the order of the state
 * @param outputs by their names, masked
 */
public record StateContent(
    String terraformVersion, List<String> addresses, SortedMap<String, StateOutput> outputs) {

  /** Copies what it is given. */
  public StateContent {
    addresses = List.copyOf(addresses);
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }
}
