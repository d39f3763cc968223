package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The range of tasks is one, and at its top it serves the users that are expected. */
final class ScalingRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Service service : environment.services().values()) {
      Service.Scaling scaling = service.scaling();
      SpecPath path = service.path().child("scaling");
      if (scaling.min() > scaling.max()) {
        String message =
            String.format(
                Locale.ROOT,
                "%s runs at least %d tasks and at most %d",
                Subject.of(service),
                scaling.min(),
                scaling.max());
        problems.add(environment.error("scaling-range", path.child("min"), message));
      }
      capacity(environment, service, path.child("peakUsers"), problems);
    }
    return problems;
  }

  private static void capacity(
      Environment environment, Service service, SpecPath path, List<Problem> problems) {
    Service.Scaling scaling = service.scaling();
    Integer peak = scaling.peakUsers();
    Integer each = scaling.usersPerTask();
    if (peak == null) {
      return;
    }
    if (each == null) {
      String message =
          "peakUsers '"
              + peak
              + "' of "
              + Subject.of(service)
              + " says nothing without usersPerTask";
      problems.add(
          environment
              .error("capacity-users", path, message)
              .withHint("usersPerTask is what one task served in a load test"));
    } else if ((long) scaling.max() * each < peak) {
      String message =
          String.format(
              Locale.ROOT,
              "%d tasks with %d users each serve %d users, and %s has '%d' at its peak",
              scaling.max(),
              each,
              (long) scaling.max() * each,
              Subject.of(service),
              peak);
      problems.add(
          environment
              .error("capacity-users", path, message)
              .withHint("max has to be " + ((long) peak + each - 1) / each + " or more"));
    }
  }
}
