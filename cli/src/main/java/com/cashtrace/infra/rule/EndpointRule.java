package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** No interface endpoint is asked for a service that is reached through a gateway. */
final class EndpointRule implements Rule {

  private static final Set<String> GATEWAYS = Set.of("s3", "dynamodb");

  @Override
  public List<Problem> check(Environment environment) {
    List<String> endpoints = environment.network().endpoints();
    return IntStream.range(0, endpoints.size())
        .filter(i -> GATEWAYS.contains(endpoints.get(i)))
        .mapToObj(
            i ->
                environment
                    .error(
                        "endpoint-gateway",
                        SpecPath.of("network", "endpoints", String.valueOf(i)),
                        "'" + endpoints.get(i) + "' takes no interface endpoint with private names")
                    .withHint("s3 has a gateway endpoint in every network; take it off the list"))
        .toList();
  }
}
