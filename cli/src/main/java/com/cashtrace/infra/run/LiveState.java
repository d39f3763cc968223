package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.render.RenderedTree;

/**
 * Reads the states of environments through terraform, which changes nothing.
 *
 * @param roots makes the roots ready
 */
public record LiveState(OnlineRoots roots) {

  /** Reads the state of one environment, with all that is secret in it hidden. */
  public OnlineRoots.Attempt<StateContent> read(Environment environment, RenderedTree tree) {
    requireAccount(roots, environment);
    return roots.with(environment, tree, root -> root.state(roots.watcher()));
  }

  /** Fails before any work if whoever works is not in the account of the environment. */
  static void requireAccount(OnlineRoots roots, Environment environment) {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), roots.variables())) {
      Caller.of(aws).require(place);
    }
  }
}
