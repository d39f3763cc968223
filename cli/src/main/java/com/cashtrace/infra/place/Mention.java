package com.cashtrace.infra.place;

import org.jspecify.annotations.Nullable;

/**
 * A place that a text names.
 *
 * @param token the part of the text that names it, such as {@code eu-west-1}; never more of the
 *     text, which may be secret
 * @param form how it is named
 * @param where the place
 * @param holder the company behind a known host such as {@code Slack}, or the name of a bucket that
 *     an ARN or a host names without its region; null for the other forms
 */
public record Mention(String token, Form form, Whereabouts where, @Nullable String holder) {

  /** How a place can be named. */
  public enum Form {
    REGION,
    ZONE,
    ZONE_ID,
    ARN,
    BUCKET,
    HOST,
    PROCESSOR
  }
}
