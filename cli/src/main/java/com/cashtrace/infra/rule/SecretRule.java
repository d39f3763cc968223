package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Secret;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Somebody rotates what is to be rotated, in this region; names can't be mistaken for ARNs. */
final class SecretRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Secret secret : environment.secrets().values()) {
      if (secret.rotation() != null) {
        rotation(environment, secret, secret.rotation(), problems);
      }
      if (secret.name().matches(".*-[A-Za-z0-9]{6}")) {
        String message =
            String.format(
                "the name '%s' of %s ends like the six characters that AWS adds to ARNs",
                secret.name(), Subject.of(secret));
        SpecPath path = secret.path().child("name");
        problems.add(
            Problem.warning("secret-name-suffix", message, environment.document().locate(path))
                .withHint("a policy or a look-up by the partial ARN may meet another secret"));
      }
    }
    return problems;
  }

  private static void rotation(
      Environment environment, Secret secret, Secret.Rotation rotation, List<Problem> problems) {
    SpecPath path = secret.path().child("rotation");
    boolean remindOnly =
        environment
            .document()
            .find(path.child("remindOnly"))
            .map(node -> node instanceof ScalarNode scalar && Boolean.TRUE.equals(scalar.value()))
            .orElse(false);
    String function = rotation.function();
    if (function == null && !remindOnly) {
      String message = Subject.of(secret) + " is to rotate by itself and names no function";
      problems.add(
          environment
              .error("rotation-function", path.child("function"), message)
              .withHint("give the function's ARN, or remindOnly: true"));
    } else if (function != null && remindOnly) {
      String message = Subject.of(secret) + " has a function that remindOnly keeps from running";
      problems.add(
          environment
              .error("rotation-function", path.child("function"), message)
              .withHint("set remindOnly: false, or take the function away"));
    } else if (function != null && !region(function).equals(environment.place().region())) {
      String message =
          String.format(
              "the function of %s is in '%s', the secret in '%s'",
              Subject.of(secret), region(function), environment.place().region());
      problems.add(environment.error("rotation-function", path.child("function"), message));
    }
  }

  private static String region(String arn) {
    return arn.split(":", -1)[3];
  }
}
