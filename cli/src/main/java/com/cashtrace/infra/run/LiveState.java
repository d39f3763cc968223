package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.plan.StateContent;
import com.cashtrace.infra.plan.StateReader;
import com.cashtrace.infra.render.RenderedTree;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads the states of environments through terraform, which changes nothing.
 *
 * @param roots makes the roots ready
 */
public record LiveState(OnlineRoots roots) {

  /** Reads the state of one environment, with all that is secret in it hidden. */
  public OnlineRoots.Attempt<StateContent> read(Environment environment, RenderedTree tree) {
    requireAccount(roots, environment);
    return roots.with(environment, tree, this::read);
  }

  /** Fails before any work if whoever works is not in the account of the environment. */
  static void requireAccount(OnlineRoots roots, Environment environment) {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), roots.variables())) {
      Caller.of(aws).require(place);
    }
  }

  private StateContent read(OnlineRoot root) {
    AtomicReference<@Nullable StateContent> content = new AtomicReference<>();
    StateReader reader = new StateReader(roots.watcher()::secret);
    root.terraform().showState(root.path(), json -> content.set(reader.read("the state", json)));
    return Objects.requireNonNull(content.get(), "terraform showed nothing, and no failure either");
  }
}
