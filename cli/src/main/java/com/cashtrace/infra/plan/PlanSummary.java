package com.cashtrace.infra.plan;

import java.util.List;

/**
 * A whole plan, summed up for a reviewer.
 *
 * @param header what the plan says of itself
 * @param components in the order of a report: foundation, components, root
 * @param total all components together
 * @param losses stores that would be destroyed or replaced
 */
public record PlanSummary(
    PlanHeader header, List<ComponentSummary> components, Counts total, List<StoreLoss> losses) {

  public PlanSummary {
    components = List.copyOf(components);
    losses = List.copyOf(losses);
  }
}
