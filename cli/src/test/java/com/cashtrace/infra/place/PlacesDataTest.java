package com.cashtrace.infra.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The places of the catalogue among themselves, and against {@code regions.yaml}. */
class PlacesDataTest {

  private static final Resources RESOURCES = Resources.packaged();

  private final Entries catalog = Entries.read(RESOURCES, "schemas/catalog/places.yaml");
  private final Entries aws = catalog.map("aws");
  private final Entries usual = Entries.read(RESOURCES, "schemas/catalog/regions.yaml");
  private final Places places = Places.read(RESOURCES);

  @Test
  void hasAShortCodeForEveryRegionThatASpecCanName() {
    Set<String> named = new TreeSet<>();
    aws.textMap("shortCodes").values().forEach(text -> named.add(text.replaceFirst(" .*", "")));
    assertThat(named).containsAll(usual.each("regions", (code, region) -> code).keySet());
  }

  @Test
  void repeatsNothingThatTheOtherFileHas() {
    Set<String> known = new TreeSet<>();
    usual.each(
        "regions",
        (code, region) -> {
          known.addAll(region.texts("zones"));
          known.addAll(region.each("localZones", (zone, town) -> zone).keySet());
          return known.add(code);
        });
    assertThat(aws.textMap("zones").keySet()).doesNotContainAnyElementsOf(known);
    assertThat(aws.each("regions", (code, region) -> code).keySet())
        .doesNotContainAnyElementsOf(known);
  }

  @Test
  void findsEveryZoneAndItsIdAgain() {
    aws.textMap("zones").forEach((zone, country) -> assertThat(country(zone)).isEqualTo(country));
    aws.textMap("shortCodes")
        .forEach(
            (code, region) ->
                assertThat(country(code + "-az1"))
                    .isEqualTo(country(region.replaceFirst(" .*", ""))));
  }

  @Test
  void writesCountriesAsIsoDoes() {
    Set<String> iso = Set.of(Locale.getISOCountries());
    assertThat(iso).containsAll(aws.textMap("zones").values());
    for (String provider : Set.of("gcp", "azure", "oci")) {
      assertThat(iso).containsAll(catalog.map(provider).textMap("regions").values());
    }
  }

  @Test
  void standsForAKnownPlaceWithEveryFixedHost() {
    Entries hosts = catalog.map("hosts");
    hosts.textMap("services").values().forEach(this::isKnown);
    hosts.map("fixed").textMap("aws").values().forEach(this::isKnown);
    assertThat(hosts.map("fixed").textMap("gcp").values())
        .allSatisfy(
            code ->
                assertThat(places.place("gcp", code))
                    .get()
                    .isNotInstanceOf(Whereabouts.Unknown.class));
    catalog.map("oci").textMap("keys").values().forEach(this::isKnown);
  }

  private void isKnown(String code) {
    assertThat(country(code)).as(code).hasSize(2);
  }

  private String country(String code) {
    assertThat(places.region(code)).as(code).get().isInstanceOf(Whereabouts.Known.class);
    return ((Whereabouts.Known) places.region(code).orElseThrow()).country();
  }
}
