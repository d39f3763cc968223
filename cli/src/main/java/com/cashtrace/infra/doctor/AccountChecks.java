package com.cashtrace.infra.doctor;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Bootstrap;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.Greeting;
import com.cashtrace.infra.backend.KeyAccess;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Is the account of an environment ready for it, and may the caller do there what commands do.
 * Nothing is changed.
 *
 * @param environment whose account
 * @param variables the process' environment variables, which lead to the credentials
 * @param clock this machine's
 */
public record AccountChecks(
    Environment environment, Map<String, String> variables, InstantSource clock) {

  private static final String CREDENTIALS = "credentials";
  private static final String REGION = "region";
  private static final String ACCOUNT = "account";

  /** Is always enabled, so that it tells credentials that are wrong from a region that is off. */
  private static final String ALWAYS_ON = "us-east-1";

  /** Copies the variables. */
  public AccountChecks {
    variables = Map.copyOf(variables);
  }

  /** Makes every check that the ones before it leave something to look at. */
  public List<Check> all() {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), variables)) {
      List<Check> checks = new ArrayList<>();
      Greeting greeting;
      try {
        greeting = Greeting.of(aws);
      } catch (FailureException e) {
        return refused(place, e.problem());
      }
      checks.add(Check.ok(CREDENTIALS, greeting.caller().arn()));
      checks.add(Check.ok(REGION, "'" + place.region() + "' takes them"));
      checks.add(ClockCheck.of(greeting.time(), clock.instant()));
      checks.add(account(greeting.caller(), place));
      if (greeting.caller().account().equals(place.account())) {
        checks.addAll(backend(aws, place));
      }
      return checks;
    }
  }

  private List<Check> refused(StatePlace place, Problem problem) {
    boolean perhapsOff =
        problem.code().equals("aws-credentials-refused") && !place.region().equals(ALWAYS_ON);
    if (!perhapsOff) {
      return List.of(Check.problem(CREDENTIALS, problem));
    }
    try (Aws elsewhere = Aws.in(ALWAYS_ON, variables)) {
      Caller caller = Greeting.of(elsewhere).caller();
      String fix =
          "'aws account enable-region --region-name %s', which takes minutes to hours"
              .formatted(place.region());
      return List.of(
          Check.ok(CREDENTIALS, caller.arn()),
          Check.problem(
              REGION,
              "account '%s' has not enabled '%s'".formatted(caller.account(), place.region()),
              fix));
    } catch (FailureException e) {
      return List.of(Check.problem(CREDENTIALS, e.problem()));
    }
  }

  private static Check account(Caller caller, StatePlace place) {
    try {
      caller.require(place);
      return Check.ok(ACCOUNT, "'" + place.account() + "', as the spec says");
    } catch (FailureException e) {
      return Check.problem(ACCOUNT, e.problem());
    }
  }

  private static List<Check> backend(Aws aws, StatePlace place) {
    List<Bootstrap.Finding> findings = Bootstrap.of(aws, place).examine();
    List<Check> checks = new ArrayList<>();
    findings.forEach(finding -> checks.add(resource(finding, place)));
    KeyAccess keys = new KeyAccess(aws, place);
    checks.add(use("use of the state's key", "encrypts and decrypts", keys::encrypt));
    checks.add(use("use of the trail's key", "signs", keys::sign));
    checks.addAll(new StateChecks(aws, place).all());
    return checks;
  }

  private static Check resource(Bootstrap.Finding finding, StatePlace place) {
    Problem problem = finding.problem();
    if (problem != null) {
      return Check.problem(finding.resource(), problem);
    }
    if (finding.changes().isEmpty()) {
      return Check.ok(finding.resource(), "as it must be");
    }
    boolean missing = finding.changes().get(0).setting() == null;
    String detail =
        missing
            ? "is not there"
            : finding.changes().stream()
                .map(c -> "%s is '%s' and must be '%s'".formatted(c.setting(), c.from(), c.to()))
                .collect(Collectors.joining("; "));
    return Check.problem(
        finding.resource(), detail, "run 'state bootstrap " + place.environment() + "'");
  }

  private static Check use(String name, String ok, Runnable use) {
    try {
      use.run();
      return Check.ok(name, ok);
    } catch (FailureException e) {
      return Check.problem(name, e.problem());
    }
  }
}
