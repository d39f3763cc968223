package com.cashtrace.infra.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer needs to know about one resource.
 *
 * @param address where it stands
 * @param type such as {@code aws_db_instance}
 * @param action what is to happen
 * @param previousAddress where it stood before a move, or null
 * @param importId id of the existing object that is taken over, or null
 * @param because why, in words, or null where the action speaks for itself
 * @param differences what will be different; empty for creations and removals
 */
public record PlannedChange(
    String address,
    String type,
    Action action,
    @Nullable String previousAddress,
    @Nullable String importId,
    @Nullable String because,
    List<AttributeChange> differences) {

  public PlannedChange {
    differences = List.copyOf(differences);
  }

  static PlannedChange of(ResourceChange change) {
    boolean both = change.action() == Action.UPDATE || change.action() == Action.REPLACE;
    return new PlannedChange(
        change.address(),
        change.type(),
        change.action(),
        change.previousAddress(),
        change.importId(),
        Reasons.of(change),
        both ? Differences.between(change.before(), change.after()) : List.of());
  }
}
