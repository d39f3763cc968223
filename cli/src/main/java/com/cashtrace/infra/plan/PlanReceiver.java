package com.cashtrace.infra.plan;

/** Gets what a plan says while it is read. */
@FunctionalInterface
interface PlanReceiver {

  /** A resource, also one that stays as it is. */
  void change(ResourceChange change);

  /** A resource that is not what the state says. */
  default void drift(ResourceChange change) {}

  /** True for one that gets the configuration too; then no copy of the document is made. */
  default boolean wantsConfiguration() {
    return false;
  }

  /** What the root says, after all resources. */
  default void configuration(Value configuration) {}
}
