package com.cashtrace.infra.place;

import org.jspecify.annotations.Nullable;

/** Where something is, as far as it can be told; what cannot be told is a value of its own. */
public sealed interface Whereabouts {

  /**
   * A place in one country.
   *
   * @param provider such as {@code aws}, {@code gcp}, {@code azure}, {@code oci}, or a company's
   *     name
   * @param region the provider's code of the region, or null where only the country is known
   * @param zone the zone within the region, or null; it decides the country
   * @param country ISO 3166-1 code
   */
  record Known(String provider, @Nullable String region, @Nullable String zone, String country)
      implements Whereabouts {

    /** The region and country of it; two zones of one region may be in two countries. */
    public Known withoutZone() {
      return zone == null ? this : new Known(provider, region, null, country);
    }

    /** Such as {@code af-south-1-los-1a (NG)}. */
    @Override
    public String toString() {
      String name = zone != null ? zone : region != null ? region : provider;
      return name + " (" + country + ")";
    }
  }

  /**
   * Many countries by design: an edge network, a multi-region location.
   *
   * @param what such as {@code CloudFront edges}
   */
  record Worldwide(String what) implements Whereabouts {

    @Override
    public String toString() {
      return what + " (many countries)";
    }
  }

  /**
   * Nobody can tell from what there is to read; never taken for an approved place.
   *
   * @param reason why, as a part of a sentence
   */
  record Unknown(String reason) implements Whereabouts {

    @Override
    public String toString() {
      return "unknown (" + reason + ")";
    }
  }
}
