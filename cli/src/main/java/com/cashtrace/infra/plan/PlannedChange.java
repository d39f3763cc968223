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
    return new PlannedChange(
        change.address(),
        change.type(),
        change.action(),
        change.previousAddress(),
        change.importId(),
        Reasons.of(change),
        differences(change));
  }

  /** A new object's computed attributes are all unknown: told one by one they hide the rest. */
  private static List<AttributeChange> differences(ResourceChange change) {
    List<AttributeChange> all = Differences.between(change.before(), change.after());
    return switch (change.action()) {
      case UPDATE -> all;
      case REPLACE ->
          all.stream()
              .filter(
                  difference ->
                      !difference.after().equals(Words.of(Value.Mark.UNKNOWN))
                          || change.replacePaths().contains(difference.path()))
              .toList();
      case CREATE, DELETE, READ, FORGET, NO_OP -> List.of();
    };
  }
}
