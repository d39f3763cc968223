package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A company that data can go to, and what its sources say about where it keeps them.
 *
 * @param key such as {@code slack}
 * @param name such as {@code Slack}
 * @param purpose what it is used for
 * @param hosts what the hosts of its service end in
 * @param hostCountries ends of hosts that tell the country, such as {@code datadoghq.eu}
 * @param countries where a source says that it can keep data (ISO 3166-1); empty if none says it
 * @param african whether it can keep data in Africa
 * @param certainty how well that is known
 * @param source the address that says it, or null if nothing is known
 * @param detail what a reader has to know beside it, or null
 */
public record Processor(
    String key,
    String name,
    String purpose,
    List<String> hosts,
    Map<String, String> hostCountries,
    List<String> countries,
    African african,
    Certainty certainty,
    @Nullable String source,
    @Nullable String detail) {

  /** Whether a company can keep data in Africa. */
  public enum African {
    YES,
    NO,
    UNKNOWN
  }

  /** How well a fact is known. */
  public enum Certainty {
    /** The company itself says so at the address. */
    PRIMARY,
    /** Somebody else says so at the address. */
    SECONDARY,
    /** Ask the company. */
    UNKNOWN
  }

  /** Copies lists and map. */
  public Processor {
    hosts = List.copyOf(hosts);
    hostCountries = Map.copyOf(hostCountries);
    countries = List.copyOf(countries);
  }

  /** Where it keeps data if nothing tells which of its places was chosen. */
  public Whereabouts where() {
    if (african == African.NO) {
      return countries.size() == 1
          ? new Known(name, null, null, countries.get(0))
          : new Worldwide(name + ", which keeps no data in Africa");
    }
    return new Unknown(
        african == African.YES
            ? "which place of " + name + " was chosen is not told"
            : "where " + name + " keeps data is not known");
  }

  /** Where it keeps data if it is reached at a host that ends like this. */
  Whereabouts at(String hostEnd) {
    String country = hostCountries.get(hostEnd);
    return country == null ? where() : new Known(name, null, null, country);
  }
}
