package com.cashtrace.infra.scan;

import java.util.Optional;

/**
 * The parts of an Amazon Resource Name that lead to a place.
 *
 * @param service such as {@code s3}
 * @param region the region's code; empty where the service has none in its names
 * @param resource all behind the account
 */
record Arn(String service, String region, String resource) {

  private static final int PARTS = 6;

  /** Takes a text apart, if it is an ARN. */
  static Optional<Arn> of(String text) {
    if (!text.startsWith("arn:")) {
      return Optional.empty();
    }
    String[] parts = text.split(":", PARTS);
    return parts.length < PARTS
        ? Optional.empty()
        : Optional.of(new Arn(parts[2], parts[3], parts[5]));
  }

  /** The name of the bucket that it names or that it is in; empty if it is of another service. */
  Optional<String> bucket() {
    if (!service.equals("s3") || resource.isEmpty()) {
      return Optional.empty();
    }
    int slash = resource.indexOf('/');
    return Optional.of(slash < 0 ? resource : resource.substring(0, slash));
  }
}
