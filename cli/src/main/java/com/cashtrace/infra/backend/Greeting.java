package com.cashtrace.infra.backend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * What AWS answers to the question who asks.
 *
 * @param caller who asks
 * @param time by the clock of AWS, in whole seconds; null where the answer does not tell
 */
public record Greeting(Caller caller, @Nullable Instant time) {

  /** Asks AWS in the region of the clients. */
  public static Greeting of(Aws aws) {
    GetCallerIdentityResponse answer = aws.sts().getCallerIdentity();
    return new Greeting(
        new Caller(answer.account(), answer.arn()),
        ClockSkew.time(answer.sdkHttpResponse()).orElse(null));
  }
}
