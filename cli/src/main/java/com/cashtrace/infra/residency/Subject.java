package com.cashtrace.infra.residency;

import com.cashtrace.infra.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement is about.
 *
 * @param name a component such as {@code databases.main}, or the address of a resource
 * @param type type of the resource such as {@code aws_db_instance}, or the kind of the component
 * @param attribute path of the attribute that names the place, such as {@code rule[0].bucket}; null
 *     for the thing as a whole
 * @param component the component of the spec that it belongs to, or null if that cannot be told
 * @param location the line of the spec, or null where no spec is known
 */
public record Subject(
    String name,
    String type,
    @Nullable String attribute,
    @Nullable String component,
    @Nullable Location location) {

  /** Name and attribute, such as {@code aws_backup_plan.daily: rule[0].copy_action}. */
  @Override
  public String toString() {
    return attribute == null ? name : name + ": " + attribute;
  }

  /** Compares as the texts of the two compare, which a big plan has no time to write down. */
  static int compareText(Subject one, Subject other) {
    if (one.name.equals(other.name)) {
      return rest(one.attribute).compareTo(rest(other.attribute));
    }
    return one.name.startsWith(other.name) || other.name.startsWith(one.name)
        ? one.toString().compareTo(other.toString())
        : one.name.compareTo(other.name);
  }

  private static String rest(@Nullable String attribute) {
    return attribute == null ? "" : ": " + attribute;
  }
}
