package com.cashtrace.infra.run;

import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.plan.StoreGuard;
import com.cashtrace.infra.terraform.PlanMode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is to be planned.
 *
 * @param mode to change or to destroy
 * @param allowed addresses of the stores of data that the plan may destroy or replace
 */
public record PlanWish(PlanBundle.Mode mode, SortedSet<String> allowed) {

  /** Copies the addresses. */
  public PlanWish {
    allowed = new TreeSet<>(allowed);
  }

  /** What a bundle was planned by. */
  static PlanWish of(PlanBundle bundle) {
    return new PlanWish(bundle.mode(), new TreeSet<>(bundle.allowedDestroys()));
  }

  StoreGuard stores() {
    return new StoreGuard(allowed);
  }

  List<String> addresses() {
    return List.copyOf(allowed);
  }

  PlanMode planMode() {
    return switch (mode) {
      case CHANGE -> PlanMode.CHANGE;
      case DESTROY -> PlanMode.DESTROY;
    };
  }
}
