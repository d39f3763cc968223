package com.cashtrace.infra.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Gathers what a plan does to one component. */
final class ComponentBuilder {

  private final String name;
  private final List<PlannedChange> changes = new ArrayList<>();
  private final SizeCollector sizes = new SizeCollector();
  private final Set<Action> onService = EnumSet.noneOf(Action.class);
  private Counts counts = Counts.NONE;

  ComponentBuilder(String name) {
    this.name = name;
  }

  void add(ResourceChange change) {
    sizes.add(change);
    counts = counts.plus(Counts.of(change));
    if (change.isChange() && change.managed()) {
      changes.add(PlannedChange.of(change));
    }
    if (change.type().equals("aws_ecs_service")) {
      onService.add(change.action());
    }
  }

  ComponentSummary summary() {
    changes.sort(Comparator.comparing(PlannedChange::address));
    return new ComponentSummary(name, counts, changes, sizes.sizes(), notes());
  }

  /** Another rollout strategy is another resource, so its change is a removal and a creation. */
  private List<String> notes() {
    boolean exchanged = onService.containsAll(Set.of(Action.CREATE, Action.DELETE));
    return exchanged || onService.contains(Action.REPLACE)
        ? List.of(
            "replaces the running ECS service: it is away until the new one is healthy, as with"
                + " each change of the rollout strategy")
        : List.of();
  }
}
