package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The regions that are known. What is not here is not guessed at.
 *
 * @param byCode code to region, in the order of the file
 */
public record Regions(Map<String, Region> byCode) {

  /** Copies the map and keeps its order. */
  public Regions {
    byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
  }

  /** Reads {@code schemas/catalog/regions.yaml}. */
  public static Regions read(Resources resources) {
    return new Regions(
        Entries.read(resources, "schemas/catalog/regions.yaml").each("regions", Regions::region));
  }

  private static Region region(String code, Entries entries) {
    return new Region(
        code,
        entries.text("name"),
        entries.text("country"),
        entries.texts("zones"),
        entries.each("localZones", (zone, e) -> new LocalZone(e.text("place"), e.text("country"))));
  }

  /** The region of a code, if it is known. */
  public Optional<Region> region(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The region that a zone of either kind belongs to, if the zone is known. */
  public Optional<Region> regionOfZone(String zone) {
    return byCode.values().stream().filter(region -> region.has(zone)).findFirst();
  }

  /** The country that a zone is in, which a local zone does not share with its region. */
  public Optional<String> countryOfZone(String zone) {
    return regionOfZone(zone)
        .map(
            region ->
                region.localZones().containsKey(zone)
                    ? region.localZones().get(zone).country()
                    : region.country());
  }
}
