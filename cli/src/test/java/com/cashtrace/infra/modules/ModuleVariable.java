package com.cashtrace.infra.modules;

import java.util.List;
import java.util.Set;

/**
 * A variable of a module.
 *
 * @param name what callers set
 * @param type what it takes
 * @param typeText the type as it stands in the file
 * @param description what it means
 * @param nullable true if it may be null
 * @param validations the lines of variables.tf on which its validations begin
 */
record ModuleVariable(
    String name,
    ModuleType type,
    String typeText,
    String description,
    boolean nullable,
    List<Integer> validations) {

  /** Every variable must be told, so {@code default} is not among the attributes. */
  static ModuleVariable of(HclBlock block) {
    block.requireOnly(Set.of("description", "type", "nullable"), Set.of("validation"));
    block
        .blocks("validation")
        .forEach(
            validation -> {
              validation.requireOnly(Set.of("condition", "error_message"), Set.of());
              validation.attribute("condition");
              validation.attribute("error_message");
            });
    return new ModuleVariable(
        block.label(),
        ModuleType.of(block.attribute("type")),
        block.attribute("type").expression(),
        block.attribute("description").text(),
        block.attribute("nullable").flag(),
        block.blocks("validation").map(HclBlock::line).toList());
  }
}
