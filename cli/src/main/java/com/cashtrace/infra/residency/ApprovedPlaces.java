package com.cashtrace.infra.residency;

import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import java.util.regex.Pattern;

/** Whether a rule allows a place. */
final class ApprovedPlaces {

  /** The id of an availability zone such as {@code afs1-az1}; those of local zones have more. */
  private static final Pattern ZONE_ID = Pattern.compile("[a-z]+[0-9]+-az[0-9]+");

  /** What follows a region's code in the name of its own zone: AWS a, Google -a, Azure -1. */
  private static final Pattern OWN_ZONE = Pattern.compile("[a-z]|-[a-z]|-[0-9]");

  private ApprovedPlaces() {}

  /** Many countries and unknown places are never allowed. */
  static boolean allows(ResidencyRule rule, Whereabouts where) {
    return where instanceof Known known
        && (rule.countries().contains(known.country()) || allows(rule, known));
  }

  private static boolean allows(ResidencyRule rule, Known known) {
    String region = known.region();
    String zone = known.zone();
    if (zone == null) {
      return region != null && rule.places().contains(known.provider() + ":" + region);
    }
    // a local zone may be in another country than its region, so the region does not speak for it
    return rule.places().contains(known.provider() + ":" + zone)
        || (region != null
            && isOwnZone(region, zone)
            && rule.places().contains(known.provider() + ":" + region));
  }

  private static boolean isOwnZone(String region, String zone) {
    return ZONE_ID.matcher(zone).matches()
        || zone.matches("[0-9]")
        || (zone.startsWith(region) && OWN_ZONE.matcher(zone.substring(region.length())).matches());
  }
}
