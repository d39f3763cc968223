package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.Place;
import com.cashtrace.infra.place.Places;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The place of an environment as residency sees it.
 *
 * @param region where regional services keep things, whatever the zones
 * @param zones where what runs in the zones is, each place once; a zone of the region's own country
 *     counts as the region
 * @param recipient the company that runs it, or null if it is not known here
 */
record Site(Whereabouts region, List<Whereabouts> zones, @Nullable String recipient) {

  private static final Map<String, String> COMPANIES =
      Map.of(
          "aws", "Amazon Web Services",
          "gcp", "Google Cloud",
          "azure", "Microsoft Azure",
          "oci", "Oracle Cloud");

  /** Copies the zones. */
  Site {
    zones = List.copyOf(zones);
  }

  static Site of(Place place, Places places) {
    Whereabouts region = places.located(place.provider(), place.region());
    List<Whereabouts> zones =
        place.zones().stream()
            .map(zone -> places.located(place.provider(), zone))
            .map(zone -> isWithin(region, zone) ? region : zone)
            .distinct()
            .toList();
    return new Site(region, zones, COMPANIES.get(place.provider()));
  }

  private static boolean isWithin(Whereabouts region, Whereabouts zone) {
    return region instanceof Known one
        && zone instanceof Known other
        && one.country().equals(other.country())
        && String.valueOf(one.region()).equals(other.region());
  }
}
