package com.cashtrace.infra.scan;

/**
 * Something that an expression refers to.
 *
 * @param resource the resource or data source
 * @param local how the expression names it, with the index if it has one
 */
record Target(ConfigResource resource, String local) {

  /** True if the expression may mean this instance. */
  boolean mayBe(Held instance) {
    return local.indexOf('[') < 0 || instance.address().endsWith(local);
  }
}
