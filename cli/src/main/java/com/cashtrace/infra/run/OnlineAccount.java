package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.S3Files;
import com.cashtrace.infra.audit.TrailHistory;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.PlanStore;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.TrailObjects;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.environment.Environment;
import java.util.Optional;
import java.util.function.Function;

/**
 * The account of an environment: whoever works with it was found to be in it, and what is done can
 * be recorded.
 *
 * @param aws the clients
 * @param place of the state
 * @param caller whose credentials are used
 * @param recorder writes the trail
 */
record OnlineAccount(Aws aws, StatePlace place, Caller caller, Recorder recorder) {

  /**
   * An account that was asked and may not have answered yet.
   *
   * @param caller fails unless the credentials are of the environment's account
   * @param account fails besides if the trail can't be written
   */
  record Asked(Meanwhile<Caller> caller, Meanwhile<OnlineAccount> account) {}

  /** Asks the account, and does meanwhile what can be done before it answers. */
  static <T> T with(Environment environment, Workplace workplace, Function<Asked, T> work) {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), workplace.variables());
        Meanwhile<Caller> caller = Meanwhile.begin(() -> Caller.of(aws).require(place));
        Meanwhile<Recorder> recorder =
            caller.then(who -> Recorder.ready(aws, environment, who, workplace))) {
      return work.apply(
          new Asked(
              caller,
              recorder.then(ready -> new OnlineAccount(aws, place, caller.await(), ready))));
    }
  }

  /** The state as it is now. */
  PlanBundle.State state() {
    return new StateFile(aws, place)
        .head()
        .map(head -> new PlanBundle.State(head.lineage(), head.serial()))
        .orElse(new PlanBundle.State("", 0));
  }

  /** The plans that were put away. */
  PlanStore plans() {
    return new PlanStore(aws, place);
  }

  /** What was recorded, verified by the environment's key. */
  TrailHistory history() {
    Trust trust =
        new Trust(
            Optional.of(place.environment()),
            Optional.of(recorder.key()),
            Optional.empty(),
            Optional.empty());
    return new TrailHistory(new S3Files(new TrailObjects(aws, place)), trust);
  }
}
