package com.cashtrace.infra.environment;

import java.util.List;

/**
 * The environment's network.
 *
 * @param cidr range of its addresses
 * @param egress how private subnets reach the internet
 * @param endpoints AWS services that are reached without the internet
 * @param flowLogRetention how long the record of connections is kept
 */
public record Network(
    String cidr, Egress egress, List<String> endpoints, TimeSpan flowLogRetention) {

  /** Copies the endpoints. */
  public Network {
    endpoints = List.copyOf(endpoints);
  }
}
