package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.plan.StateContent;
import java.util.function.BiFunction;

/**
 * Reads the states of environments through terraform, which changes nothing.
 *
 * @param roots makes the roots ready
 */
public record LiveState(OnlineRoots roots) {

  /** Reads the state of one environment, with all that is secret in it hidden. */
  public OnlineRoots.Attempt<StateContent> read(Environment environment) {
    return with(roots, environment, (root, state) -> root.state(roots.watcher()));
  }

  /** Works on a root, unless whoever works is not in the account of the environment. */
  static <T> OnlineRoots.Attempt<T> with(
      OnlineRoots roots, Environment environment, BiFunction<OnlineRoot, StateFile, T> work) {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), roots.variables());
        Meanwhile<Caller> caller = Meanwhile.begin(() -> Caller.of(aws).require(place));
        Meanwhile<StateFile> state = caller.then(found -> new StateFile(aws, place))) {
      return roots.with(environment, state, root -> work.apply(root, state.await()));
    }
  }
}
