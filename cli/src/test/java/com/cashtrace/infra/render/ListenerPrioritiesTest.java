package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Priorities stay where they are when hosts come and go. */
class ListenerPrioritiesTest {

  @Test
  void staysTheSameWhenAHostIsAdded() {
    Map<String, Integer> before = ListenerPriorities.of(List.of("api.example.org"));
    Map<String, Integer> after =
        ListenerPriorities.of(List.of("www.example.org", "api.example.org", "a.example.org"));
    assertThat(after).containsAllEntriesOf(before).hasSize(3);
  }

  @Test
  void givesEachHostItsOwnEvenWhereDigestsMeet() {
    List<String> hosts = IntStream.range(0, 2_000).mapToObj(i -> "h" + i + ".example.org").toList();
    Map<String, Integer> priorities = ListenerPriorities.of(hosts);
    assertThat(new HashSet<>(priorities.values())).hasSize(2_000);
    assertThat(priorities.values()).allMatch(priority -> priority >= 1 && priority <= 50_000);
  }
}
