package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Capacity;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.environment.Reference;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.environment.Strategy;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What CodeDeploy rolls out is behind the load balancer, on demand, and outside Service Connect.
 */
final class RolloutRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Service service : environment.services().values()) {
      if (isCodeDeploy(service)) {
        placement(environment, service, problems);
      }
      for (Reference reference : service.uses().keySet()) {
        if (reference.kind() == Kind.SERVICES) {
          use(environment, service, reference, problems);
        }
      }
    }
    return problems;
  }

  private static boolean isCodeDeploy(Service service) {
    return service.rollout().strategy() != Strategy.ROLLING && !service.isScheduled();
  }

  private static void placement(Environment environment, Service service, List<Problem> problems) {
    String strategy = service.rollout().strategy().word();
    if (!service.isPublic()) {
      SpecPath path = service.path().child("rollout").child("strategy");
      String message =
          String.format(
              "%s is not public, and '%s' needs the load balancer to shift its traffic",
              Subject.of(service), strategy);
      problems.add(
          environment
              .error("codedeploy-private", path, message)
              .withHint("use rolling, or make it public"));
    } else if (service.capacity() == Capacity.SPOT) {
      String message =
          String.format(
              "%s runs on spot capacity, which CodeDeploy ('%s') does not place tasks on",
              Subject.of(service), strategy);
      problems.add(environment.error("codedeploy-spot", service.path().child("capacity"), message));
    }
  }

  private static void use(
      Environment environment, Service service, Reference reference, List<Problem> problems) {
    Service target = environment.services().get(reference.key());
    SpecPath path = service.path().child("uses").child(reference.toString());
    if (isCodeDeploy(service)) {
      problems.add(refused(environment, path, service, "and uses '" + reference + "'"));
    } else if (target != null && isCodeDeploy(target)) {
      String what = "so " + Subject.of(service) + " cannot use '" + reference + "'";
      problems.add(refused(environment, path, target, what));
    }
  }

  private static Problem refused(
      Environment environment, SpecPath path, Service service, String what) {
    String message =
        String.format(
            "%s is rolled out by CodeDeploy ('%s'), which excludes Service Connect, %s",
            Subject.of(service), service.rollout().strategy().word(), what);
    return environment
        .errorAtKey("codedeploy-service-connect", path, message)
        .withHint("roll it out with rolling, or go through its public host");
  }
}
