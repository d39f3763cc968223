package com.cashtrace.infra.run;

import com.cashtrace.infra.plan.StoreGuard;
import com.cashtrace.infra.terraform.InitResult;
import com.cashtrace.infra.terraform.PlanMode;
import java.nio.file.Path;

/**
 * A plan that is to be made, or to be read again.
 *
 * @param root the rendered root, initialised
 * @param files where the plan is or goes
 * @param places leads from terraform's words back to the spec
 * @param mode what the plan is for
 * @param stores which stores the plan may destroy or replace
 * @param init how the root was initialised
 * @param begun when the work began, by {@link System#nanoTime}
 */
record PlanTask(
    Path root,
    PlanFiles files,
    PlaceFinder places,
    PlanMode mode,
    StoreGuard stores,
    InitResult init,
    long begun) {

  /** A plan with an account. */
  static PlanTask of(OnlineRoot root, PlanFiles files, PlanWish wish) {
    return new PlanTask(
        root.path(),
        files,
        root.places(),
        wish.planMode(),
        wish.stores(),
        root.init(),
        root.begun());
  }
}
