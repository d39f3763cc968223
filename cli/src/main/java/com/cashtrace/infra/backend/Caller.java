package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;

/**
 * Whose credentials these are.
 *
 * @param account id of the account
 * @param arn of the user or of the session of a role
 */
public record Caller(String account, String arn) {

  /**
   * Asks AWS.
   *
   * @throws FailureException {@code aws-clock-skew} if it has quite another time than this machine
   */
  public static Caller of(Aws aws) {
    Greeting greeting = Greeting.of(aws);
    if (greeting.time() != null) {
      ClockSkew.from(greeting.time()).require();
    }
    return greeting.caller();
  }

  /** Fails with {@code wrong-account} unless the credentials are of the environment's account. */
  public Caller require(StatePlace place) {
    if (!account.equals(place.account())) {
      throw new FailureException(
          Problem.unlocated(
              "wrong-account",
              "the credentials are of account '%s' (%s), and environment '%s' is in account '%s'"
                  .formatted(account, arn, place.environment(), place.account()),
              "use credentials of that account, or correct account.id of the spec"));
    }
    return this;
  }
}
