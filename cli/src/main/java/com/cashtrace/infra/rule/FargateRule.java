package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.FargateSize;
import com.cashtrace.infra.catalog.FargateSizes;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.problem.Problem;
import java.util.List;

/**
 * Fargate has the pair of CPU and memory that a service asks for.
 *
 * @param sizes the pairs
 */
record FargateRule(FargateSizes sizes) implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    return environment.services().values().stream()
        .flatMap(
            service ->
                sizes
                    .of(service.cpu())
                    .filter(size -> !size.memory().contains(service.memory().mebibytes()))
                    .map(size -> unfit(environment, service, size))
                    .stream())
        .toList();
  }

  private static Problem unfit(Environment environment, Service service, FargateSize size) {
    String message =
        String.format(
            "the memory '%s' of %s does not go with cpu %s",
            service.memory(), Subject.of(service), size.cpu());
    return environment
        .error("fargate-size", service.path().child("memory"), message)
        .withHint("with cpu " + size.cpu() + " Fargate has " + size.words());
  }
}
