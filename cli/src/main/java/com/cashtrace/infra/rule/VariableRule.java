package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Reference;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each variable of a container is set once, by env or by one use. */
final class VariableRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Service service : environment.services().values()) {
      Map<String, String> givers = new HashMap<>();
      service.env().keySet().forEach(name -> givers.put(name, "env"));
      service
          .uses()
          .forEach(
              (reference, prefix) ->
                  variables(environment, reference, prefix)
                      .filter(name -> givers.putIfAbsent(name, reference.toString()) != null)
                      .findFirst()
                      .map(name -> twice(environment, service, reference, name, givers))
                      .ifPresent(problems::add));
    }
    return problems;
  }

  /** The variables that a container gets for something that it uses. */
  private static Stream<String> variables(
      Environment environment, Reference reference, String prefix) {
    return switch (reference.kind()) {
      case DATABASES -> {
        Stream<String> all =
            Stream.of("_HOST", "_PORT", "_NAME", "_USERNAME", "_PASSWORD").map(prefix::concat);
        Database database = environment.databases().get(reference.key());
        yield database != null && database.replicas() > 0
            ? Stream.concat(all, Stream.of(prefix + "_READ_HOSTS"))
            : all;
      }
      case CACHES -> Stream.of(prefix + "_HOST", prefix + "_PORT", prefix + "_TLS");
      case BUCKETS -> Stream.of(prefix + "_BUCKET", prefix + "_REGION");
      case SECRETS -> Stream.of(prefix);
      case SERVICES -> Stream.of(prefix + "_URL");
      case THIRD_PARTIES -> Stream.of(); // the schema lets nobody use one
    };
  }

  private static Problem twice(
      Environment environment,
      Service service,
      Reference reference,
      String name,
      Map<String, String> givers) {
    String message =
        String.format(
            "%s gets the variable '%s' from '%s' and from %s",
            Subject.of(service), name, reference, quoted(givers.get(name)));
    SpecPath path = service.path().child("uses").child(reference.toString());
    return environment.error("variable-duplicate", path, message).withHint("choose another prefix");
  }

  private static String quoted(@org.jspecify.annotations.Nullable String giver) {
    return "env".equals(giver) ? "env" : "'" + giver + "'";
  }
}
