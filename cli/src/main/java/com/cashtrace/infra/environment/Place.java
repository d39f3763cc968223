package com.cashtrace.infra.environment;

import java.util.List;

/**
 * Where the environment is.
 *
 * @param provider cloud provider
 * @param region the provider's region
 * @param zones zones of the region that are used, in order
 */
public record Place(String provider, String region, List<String> zones) {

  /** Copies the zones. */
  public Place {
    zones = List.copyOf(zones);
  }
}
