package com.cashtrace.infra.plan;

import java.util.List;

/**
 * What somebody changed behind terraform's back, as a plan that refreshed the state tells it.
 *
 * @param header what the plan says of itself
 * @param drifted the resources that are not what the root says any more, by component
 * @param unset resources of which something changed that nothing in the root sets: an attribute
 *     that AWS fills in, often by what was made beside it; a normal plan would leave it alone
 */
public record Drift(PlanHeader header, List<ComponentSummary> drifted, List<PlannedChange> unset) {

  /** Copies the lists. */
  public Drift {
    drifted = List.copyOf(drifted);
    unset = List.copyOf(unset);
  }

  /** How many resources drifted, and how. */
  public Counts total() {
    return drifted.stream().map(ComponentSummary::counts).reduce(Counts.NONE, Counts::plus);
  }
}
