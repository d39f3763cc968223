package com.cashtrace.infra.backend;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
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
    Optional<String> date = answer.sdkHttpResponse().firstMatchingHeader("Date");
    return new Greeting(
        new Caller(answer.account(), answer.arn()), date.map(Greeting::time).orElse(null));
  }

  private static @Nullable Instant time(String date) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
