package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.KmsSigner;
import com.cashtrace.infra.audit.S3Files;
import com.cashtrace.infra.audit.TrailHistory;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.PlanStore;
import com.cashtrace.infra.backend.SigningKey;
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

  /** Works with the account; fails before if the trail can't be written. */
  static <T> T with(Environment environment, Workplace workplace, Function<OnlineAccount, T> work) {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), workplace.variables())) {
      Caller caller = Caller.of(aws).require(place);
      Recorder recorder = Recorder.ready(aws, environment, caller, workplace);
      return work.apply(new OnlineAccount(aws, place, caller, recorder));
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
            Optional.of(KmsSigner.of(new SigningKey(aws, place)).publicKey()),
            Optional.empty(),
            Optional.empty());
    return new TrailHistory(new S3Files(new TrailObjects(aws, place)), trust);
  }
}
