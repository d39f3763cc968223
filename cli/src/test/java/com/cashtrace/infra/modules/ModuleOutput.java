package com.cashtrace.infra.modules;

import java.util.Set;

/**
 * An output of a module.
 *
 * @param name what callers read
 * @param description what it means
 */
record ModuleOutput(String name, String description) {

  static ModuleOutput of(HclBlock block) {
    block.requireOnly(Set.of("description", "value", "depends_on"), Set.of());
    block.attribute("value");
    return new ModuleOutput(block.label(), block.attribute("description").text());
  }
}
