package com.cashtrace.infra.plan;

import java.util.List;

/**
 * What a plan does to one component.
 *
 * @param name such as {@code services.api} or {@code network}
 * @param counts how many of its resources are touched
 * @param changes each of them, by address
 * @param sizes what it will have that costs
 * @param notes what a reviewer must not miss, one sentence each
 */
public record ComponentSummary(
    String name, Counts counts, List<PlannedChange> changes, List<Size> sizes, List<String> notes) {

  public ComponentSummary {
    changes = List.copyOf(changes);
    sizes = List.copyOf(sizes);
    notes = List.copyOf(notes);
  }
}
