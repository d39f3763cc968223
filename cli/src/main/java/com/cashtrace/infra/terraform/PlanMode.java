package com.cashtrace.infra.terraform;

import java.util.List;

/** What a plan is made for. */
public enum PlanMode {
  /** To make what is there what the root says. */
  CHANGE,

  /** To destroy all that there is. */
  DESTROY,

  /** To take over into the state what somebody else changed. */
  REFRESH_ONLY,

  /**
   * As {@link #CHANGE}, for what refreshing the state finds: no argument of a user's stops that.
   */
  REFRESH;

  List<String> options() {
    return switch (this) {
      case CHANGE -> List.of();
      case DESTROY -> List.of("-destroy");
      case REFRESH_ONLY -> List.of("-refresh-only");
      case REFRESH -> List.of("-refresh=true");
    };
  }
}
