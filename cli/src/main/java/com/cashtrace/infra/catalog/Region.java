package com.cashtrace.infra.catalog;

import java.util.List;
import java.util.Map;

/**
 * A region of AWS.
 *
 * @param code such as {@code af-south-1}
 * @param name such as {@code Africa (Cape Town)}
 * @param country ISO 3166 code
 * @param zones its availability zones
 * @param localZones its local zones by name
 */
public record Region(
    String code,
    String name,
    String country,
    List<String> zones,
    Map<String, LocalZone> localZones) {

  /** Copies list and map. */
  public Region {
    zones = List.copyOf(zones);
    localZones = Map.copyOf(localZones);
  }

  /** True if a zone of either kind belongs to it. */
  public boolean has(String zone) {
    return zones.contains(zone) || localZones.containsKey(zone);
  }
}
