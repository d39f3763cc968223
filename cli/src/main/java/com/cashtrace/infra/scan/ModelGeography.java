package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Whereabouts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a model of Bedrock answers that is asked through an inference profile: {@code
 * eu.anthropic.claude-…} is sent to any region of a geography, whatever the region that asks.
 */
public final class ModelGeography {

  /**
   * A geography, a vendor and a model; vendors are no geographies, so {@code meta.llama3} is none.
   */
  private static final Pattern PROFILE =
      Pattern.compile(
          "(?:^|[/:])(global|us-gov|us|eu|apac|jp|au|ca|sa|me|il|in|sg|af)\\.[a-z0-9]+\\.[a-z]");

  private ModelGeography() {}

  /** The regions that the id or ARN of a profile stands for; empty for a model of one region. */
  public static Optional<Whereabouts> of(String model) {
    Matcher matcher = PROFILE.matcher(model);
    return matcher.find()
        ? Optional.of(
            new Whereabouts.Worldwide("the regions of profile '" + matcher.group(1) + "'"))
        : Optional.empty();
  }
}
