package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * No secret stands in a spec, which lies in git. The line is never shown: what is printed lies in
 * build logs as well.
 */
final class SecretInEnvRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Service service : environment.services().values()) {
      service
          .env()
          .forEach(
              (name, value) -> {
                String who = "the variable '" + name + "' of " + Subject.of(service);
                SpecPath path = service.path().child("env").child(name);
                if (SecretPatterns.isSecretName(name) && SecretPatterns.isWorthHiding(value)) {
                  problems.add(problem(environment, path, who + " is a secret by its name"));
                } else if (SecretPatterns.isSecret(value)) {
                  problems.add(problem(environment, path, who + " holds what looks like a secret"));
                }
              });
      arguments(environment, service, "command", service.command(), problems);
      SpecPath health = service.path().child("health").child("command");
      arguments(environment, service, health, service.health().command(), problems);
    }
    return problems;
  }

  private static void arguments(
      Environment environment,
      Service service,
      String key,
      List<String> command,
      List<Problem> problems) {
    arguments(environment, service, service.path().child(key), command, problems);
  }

  private static void arguments(
      Environment environment,
      Service service,
      SpecPath path,
      List<String> command,
      List<Problem> problems) {
    for (int i = 0; i < command.size(); i++) {
      if (SecretPatterns.isSecret(command.get(i))) {
        String who = "an argument of " + Subject.of(service) + " holds what looks like a secret";
        problems.add(problem(environment, path.child(String.valueOf(i)), who));
      }
    }
  }

  private static Problem problem(Environment environment, SpecPath path, String message) {
    Location at = environment.document().locate(path);
    Location withoutText = new Location(at.file(), at.line(), at.column(), null);
    return Problem.error("secret-in-env", message, withoutText)
        .withHint("make it an entry of secrets, take it in through uses, and replace the value");
  }
}
