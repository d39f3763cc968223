package com.cashtrace.infra.place;

import com.cashtrace.infra.catalog.Regions;
import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The places of all clouds as {@code regions.yaml} and {@code places.yaml} list them, by code. */
final class Atlas {

  static final String AWS = "aws";
  static final String GCP = "gcp";
  static final String AZURE = "azure";
  static final String OCI = "oci";

  private static final String MANY = "many";

  private final Map<String, Map<String, Whereabouts>> regions = new HashMap<>();
  private final Map<String, Map<String, Whereabouts>> multiRegions = new HashMap<>();
  private final TreeMap<String, Whereabouts> zones = new TreeMap<>();
  private final Map<String, Whereabouts> zoneIds = new HashMap<>();
  private final Map<String, String> shortCodes = new HashMap<>();
  private final Map<String, String> ociKeys;

  private Atlas(Regions known, Entries places) {
    regions.put(AWS, regions(known));
    Map<String, Whereabouts> own = zones(known);
    zones.putAll(own);
    Entries aws = places.map("aws");
    aws.each("regions", this::foreignPartition);
    aws.textMap("shortCodes").forEach(this::shortCode);
    aws.textMap("zones").forEach(this::zoneAway);
    own.forEach(
        (zone, where) -> {
          if (where instanceof Known town) {
            zoneAway(zone, town.country());
          }
        });
    for (String provider : List.of(GCP, AZURE, OCI)) {
      Map<String, Whereabouts> codes = new HashMap<>();
      Entries listed = places.map(provider);
      listed.textMap("regions").forEach((code, in) -> codes.put(code, region(provider, code, in)));
      regions.put(provider, codes);
      if (listed.has("multiRegions")) {
        listed.textMap("multiRegions").forEach((code, in) -> multiRegion(provider, code, in));
      }
    }
    ociKeys = Map.copyOf(places.map(OCI).textMap("keys"));
  }

  /** Adds what {@code places.yaml} lists. */
  static Atlas read(Resources resources, Regions known) {
    return new Atlas(known, Entries.read(resources, "schemas/catalog/places.yaml"));
  }

  /** The regions of the partition aws. */
  static Map<String, Whereabouts> regions(Regions known) {
    Map<String, Whereabouts> regions = new HashMap<>();
    known
        .byCode()
        .forEach((code, region) -> regions.put(code, region(AWS, code, region.country())));
    return regions;
  }

  /** The zones of the partition aws, of both kinds. */
  static Map<String, Whereabouts> zones(Regions known) {
    Map<String, Whereabouts> zones = new HashMap<>();
    known
        .byCode()
        .forEach(
            (code, region) -> {
              region
                  .zones()
                  .forEach(zone -> zones.put(zone, new Known(AWS, code, zone, region.country())));
              region
                  .localZones()
                  .forEach(
                      (zone, town) -> zones.put(zone, new Known(AWS, code, zone, town.country())));
            });
    return zones;
  }

  private static Whereabouts region(String provider, String code, String country) {
    return new Known(provider, code, null, country);
  }

  private Whereabouts foreignPartition(String code, Entries region) {
    Whereabouts where =
        region.has("country")
            ? region(AWS, code, region.text("country"))
            : new Unknown("no source names the country of " + code);
    if (region.has("zones")) {
      region
          .texts("zones")
          .forEach(zone -> zones.put(zone, new Known(AWS, code, zone, region.text("country"))));
    }
    codes(AWS).put(code, where);
    return where;
  }

  private void shortCode(String shortCode, String regionAndZones) {
    int space = regionAndZones.indexOf(' ');
    String region = regionAndZones.substring(0, space);
    shortCodes.put(shortCode, region);
    int zoneCount = Integer.parseInt(regionAndZones.substring(space + 1));
    for (int zone = 1; zone <= zoneCount; zone++) {
      String id = shortCode + "-az" + zone;
      if (codes(AWS).get(region) instanceof Known known) {
        zoneIds.put(id, new Known(AWS, region, id, known.country()));
      }
    }
  }

  /** A zone belongs to the region that its name begins with; its id follows from its name. */
  private void zoneAway(String zone, String country) {
    shortCodes.forEach(
        (shortCode, region) -> {
          if (zone.startsWith(region + "-")) {
            String id = shortCode + "-" + townId(zone.substring(region.length() + 1));
            zones.put(zone, new Known(AWS, region, zone, country));
            zoneIds.put(id, new Known(AWS, region, id, country));
          }
        });
  }

  /** {@code los-1a} is {@code los1-az1}, {@code wl1-bos-wlz-1} is {@code wl1-bos-wlz1}. */
  private static String townId(String town) {
    if (town.startsWith("wl")) {
      return town.replace("-wlz-", "-wlz");
    }
    char letter = town.charAt(town.length() - 1);
    String number = town.substring(town.lastIndexOf('-') + 1, town.length() - 1);
    boolean wavelength = town.contains("-wlz-");
    return town.substring(0, town.indexOf('-'))
        + number
        + (wavelength ? "-wlz" : "-az")
        + (letter - 'a' + 1);
  }

  private void multiRegion(String provider, String code, String in) {
    Whereabouts where =
        in.equals(MANY) ? new Worldwide(provider + " " + code) : region(provider, code, in);
    multiRegions.computeIfAbsent(provider, key -> new HashMap<>()).put(code, where);
  }

  private Map<String, Whereabouts> codes(String provider) {
    return regions.computeIfAbsent(provider, key -> new HashMap<>());
  }

  /** A region of one provider. */
  Optional<Whereabouts> region(String provider, String code) {
    return Optional.ofNullable(regions.getOrDefault(provider, Map.of()).get(code));
  }

  /** The codes of all regions of one provider. */
  Set<String> regionCodes(String provider) {
    return Set.copyOf(regions.getOrDefault(provider, Map.of()).keySet());
  }

  /** A region or multi-region, unknown if it is none. */
  Whereabouts located(String provider, String code) {
    return region(provider, code)
        .or(() -> multiRegion(provider, code))
        .orElseGet(() -> new Unknown("the place " + code + " is not known"));
  }

  /** A location of one provider that spans several regions. */
  Optional<Whereabouts> multiRegion(String provider, String code) {
    return Optional.ofNullable(multiRegions.getOrDefault(provider, Map.of()).get(code));
  }

  /** A zone of AWS by its name. */
  Optional<Whereabouts> zone(String name) {
    return Optional.ofNullable(zones.get(name));
  }

  /** A zone of AWS by its id. */
  Optional<Whereabouts> zoneId(String id) {
    return Optional.ofNullable(zoneIds.get(id));
  }

  /** The zones of a group such as {@code af-south-1-los-1}: any of them, as they share a town. */
  Optional<Whereabouts> zoneGroup(String group) {
    Map.Entry<String, Whereabouts> first = zones.ceilingEntry(group);
    boolean member =
        first != null
            && first.getKey().length() == group.length() + 1
            && first.getKey().startsWith(group);
    return member ? Optional.of(first.getValue()) : Optional.empty();
  }

  /** The region of a short code such as {@code afs1}. */
  Optional<Whereabouts> shortCode(String code) {
    return Optional.ofNullable(shortCodes.get(code)).flatMap(region -> region(AWS, region));
  }

  /** The region of a key of OCI such as {@code jnb}. */
  Optional<Whereabouts> ociKey(String key) {
    return Optional.ofNullable(ociKeys.get(key)).flatMap(region -> region(OCI, region));
  }
}
