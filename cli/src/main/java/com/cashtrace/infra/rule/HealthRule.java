package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Every service that runs all the time can be asked whether it works, in time. */
final class HealthRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Service service : environment.services().values()) {
      if (!service.isScheduled()) {
        command(environment, service, problems);
        timeout(environment, service, problems);
      }
    }
    return problems;
  }

  private static void command(Environment environment, Service service, List<Problem> problems) {
    if (service.listen() == null && service.health().command().isEmpty()) {
      String message =
          Subject.of(service) + " takes no connections and has no health.command to tell it works";
      problems.add(
          environment
              .errorAtKey("health-command", service.path(), message)
              .withHint("health: { command: [...] } ends with status 0 while the task works"));
    }
  }

  private static void timeout(Environment environment, Service service, List<Problem> problems) {
    Service.Health health = service.health();
    if (health.timeout().seconds() >= health.interval().seconds()) {
      SpecPath path = service.path().child("health");
      boolean given = Subject.isWritten(environment, path.child("timeout"));
      String message =
          String.format(
              "the timeout '%s' of %s is not shorter than its interval '%s'",
              health.timeout(), Subject.of(service), health.interval());
      problems.add(
          environment.error("health-timeout", path.child(given ? "timeout" : "interval"), message));
    }
  }
}
