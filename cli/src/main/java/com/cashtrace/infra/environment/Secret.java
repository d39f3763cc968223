package com.cashtrace.infra.environment;

import org.jspecify.annotations.Nullable;

/**
 * The place of a secret in Secrets Manager; its value never passes through a spec.
 *
 * @param identity key and names
 * @param description what it is for, or null
 * @param rotation when it is to be replaced, or null
 */
public record Secret(Identity identity, @Nullable String description, @Nullable Rotation rotation)
    implements Component {

  /**
   * When a secret is to be replaced.
   *
   * @param every how often
   * @param function ARN of the Lambda function that does it, or null if people are only reminded
   */
  public record Rotation(TimeSpan every, @Nullable String function) {}
}
