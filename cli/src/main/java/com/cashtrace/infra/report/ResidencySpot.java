package com.cashtrace.infra.report;

import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place as a report prints it.
 *
 * @param kind how well it is known
 * @param name code of the zone or region, a company, what is world-wide, or why it is unknown
 * @param provider such as {@code aws}; null where it is not in one country
 * @param country ISO 3166-1 code; null where it is not in one country
 * @param countryName the same in English; null where it is not in one country
 */
public record ResidencySpot(
    Kind kind,
    String name,
    @Nullable String provider,
    @Nullable String country,
    @Nullable String countryName) {

  /** The country whose law the report is about. */
  public static final String HOME = "NG";

  /** How well a place is known. */
  public enum Kind {
    KNOWN,
    WORLDWIDE,
    UNKNOWN
  }

  /** The place as it was judged. */
  public static ResidencySpot of(Whereabouts where) {
    if (where instanceof Known known) {
      String region = Objects.requireNonNullElse(known.region(), known.provider());
      String name = Objects.requireNonNullElse(known.zone(), region);
      return new ResidencySpot(
          Kind.KNOWN, name, known.provider(), known.country(), countryName(known.country()));
    }
    if (where instanceof Worldwide worldwide) {
      return new ResidencySpot(Kind.WORLDWIDE, worldwide.what(), null, null, null);
    }
    return new ResidencySpot(Kind.UNKNOWN, ((Unknown) where).reason(), null, null, null);
  }

  /** Nigeria, for people and not for machines. */
  public static ResidencySpot home() {
    return new ResidencySpot(Kind.KNOWN, "people", null, HOME, countryName(HOME));
  }

  private static String countryName(String code) {
    return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }

  /** True unless it is surely in Nigeria. */
  public boolean isAbroad() {
    return !HOME.equals(country);
  }

  /** What a lane of the picture and a group of a table is called. */
  public String land() {
    return switch (kind) {
      case KNOWN -> countryName + " (" + country + ")";
      case WORLDWIDE -> "Many countries";
      case UNKNOWN -> "Not known";
    };
  }
}
