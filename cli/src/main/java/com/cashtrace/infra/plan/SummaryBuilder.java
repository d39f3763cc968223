package com.cashtrace.infra.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Sums a plan up while it is read; it keeps words of each change, never its values. */
public final class SummaryBuilder implements Consumer<ResourceChange> {

  private final Map<String, ComponentBuilder> components = new TreeMap<>(ComponentName::compare);
  private final List<StoreLoss> losses = new ArrayList<>();

  @Override
  public void accept(ResourceChange change) {
    components
        .computeIfAbsent(ComponentName.of(change.module()), ComponentBuilder::new)
        .add(change);
    Stores.loss(change).ifPresent(losses::add);
  }

  /** The summary of all that was accepted. */
  public PlanSummary summary(PlanHeader header) {
    List<ComponentSummary> summaries =
        components.values().stream().map(ComponentBuilder::summary).toList();
    Counts total =
        summaries.stream().map(ComponentSummary::counts).reduce(Counts.NONE, Counts::plus);
    return new PlanSummary(header, summaries, total, losses);
  }
}
