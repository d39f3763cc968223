package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.environment.Reference;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A scheduled task has a time that comes, and nothing that only a running service has. */
final class ScheduleRule implements Rule {

  private static final List<String> NOT_FOR_TASKS = List.of("scaling", "rollout", "health");

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Service service : environment.services().values()) {
      String schedule = service.schedule();
      if (schedule != null) {
        SpecPath path = service.path().child("schedule");
        Schedule.fault(schedule)
            .ifPresent(
                fault ->
                    problems.add(
                        environment.error(
                            "schedule-invalid", path, "the schedule '" + schedule + "' " + fault)));
        exclusions(environment, service, problems);
      }
    }
    return problems;
  }

  private static void exclusions(Environment environment, Service service, List<Problem> problems) {
    if (service.listen() != null) {
      String message = Subject.of(service) + " runs on a schedule and takes no connections";
      problems.add(
          environment
              .errorAtKey("schedule-with-listen", service.path().child("listen"), message)
              .withHint("take away listen, or schedule"));
    }
    for (String key : NOT_FOR_TASKS) {
      SpecPath path = service.path().child(key);
      if (Subject.isWritten(environment, path)) {
        String message =
            Subject.of(service) + " runs on a schedule, where " + key + " means nothing";
        problems.add(environment.errorAtKey("schedule-unused", path, message));
      }
    }
    for (Reference reference : service.uses().keySet()) {
      if (reference.kind() == Kind.SERVICES) {
        String message =
            String.format(
                "%s runs on a schedule, outside Service Connect, and uses '%s'",
                Subject.of(service), reference);
        SpecPath path = service.path().child("uses").child(reference.toString());
        problems.add(
            environment
                .errorAtKey("schedule-service-connect", path, message)
                .withHint("let a service that runs all the time do it, or use its public host"));
      }
    }
  }
}
