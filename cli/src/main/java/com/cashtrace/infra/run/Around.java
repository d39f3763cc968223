package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateVersion;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.DiskRoom;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.terraform.OnlineAdvice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How things stand around a root with an account.
 *
 * @param environment whose root it is
 * @param folder its work folder
 * @param variables the process' environment variables
 */
record Around(Environment environment, Path folder, Map<String, String> variables)
    implements OnlineAdvice.Surroundings {

  @Override
  public Optional<String> stateVersion() {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), variables)) {
      return Optional.ofNullable(new StateFile(aws, place).status().current())
          .map(StateVersion::id);
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isDiskFull() {
    return DiskRoom.isFull(folder);
  }
}
