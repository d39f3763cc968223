package com.cashtrace.infra.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a plan and what is to happen to it.
 *
 * @param address where it stands, such as {@code module.services_api.aws_ecs_service.this[0]}
 * @param previousAddress where it stood before a move, or null
 * @param module address of its module, empty for the root
 * @param managed false for a data source, which is only read
 * @param type such as {@code aws_db_instance}
 * @param name its name in its module
 * @param provider source address of the provider
 * @param deposed key of a leftover object that is to be removed, or null for the object itself
 * @param action what is to happen
 * @param before what it is now, masked; {@link Value.Mark#NULL} before a creation
 * @param after what it will be, masked and with the unknown marked; NULL after a removal
 * @param replacePaths the attributes that can't be changed in place
 * @param reason terraform's reason, such as {@code replace_because_tainted}, or null
 * @param importId id of the existing object that is taken over, or null
 */
public record ResourceChange(
    String address,
    @Nullable String previousAddress,
    String module,
    boolean managed,
    String type,
    String name,
    String provider,
    @Nullable String deposed,
    Action action,
    Value before,
    Value after,
    List<String> replacePaths,
    @Nullable String reason,
    @Nullable String importId) {

  public ResourceChange {
    replacePaths = List.copyOf(replacePaths);
  }

  /** The same with other values. */
  ResourceChange with(Value otherBefore, Value otherAfter) {
    return new ResourceChange(
        address,
        previousAddress,
        module,
        managed,
        type,
        name,
        provider,
        deposed,
        action,
        otherBefore,
        otherAfter,
        replacePaths,
        reason,
        importId);
  }

  /** True if something is to happen: an action, a move or an import. */
  public boolean isChange() {
    return action != Action.NO_OP || previousAddress != null || importId != null;
  }
}
