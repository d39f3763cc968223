package com.cashtrace.infra.residency;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import com.cashtrace.infra.residency.ResidencyRule.Certainty;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovedPlacesTest {

  @Test
  void allowsACountryAsAWhole() {
    ResidencyRule rule = rule(Set.of(), Set.of("NG"));

    assertThat(ApprovedPlaces.allows(rule, new Known("Paystack", null, null, "NG"))).isTrue();
    assertThat(ApprovedPlaces.allows(rule, new Known("aws", "af-south-1", null, "ZA"))).isFalse();
  }

  @Test
  void allowsARegionWithItsOwnZones() {
    assertThat(allows("aws:af-south-1", "aws", "af-south-1", null)).isTrue();
    assertThat(allows("aws:af-south-1", "aws", "af-south-1", "af-south-1a")).isTrue();
    assertThat(allows("aws:af-south-1", "aws", "af-south-1", "afs1-az1")).isTrue();
    assertThat(allows("gcp:africa-south1", "gcp", "africa-south1", "africa-south1-b")).isTrue();
    assertThat(allows("azure:southafricanorth", "azure", "southafricanorth", "2")).isTrue();
    assertThat(allows("azure:southafricanorth", "azure", "southafricanorth", "southafricanorth-2"))
        .isTrue();
  }

  @Test
  void allowsAZoneAwayFromItsRegionOnlyByItsOwnName() {
    assertThat(allows("aws:af-south-1", "aws", "af-south-1", "af-south-1-los-1a")).isFalse();
    assertThat(allows("aws:af-south-1", "aws", "af-south-1", "afs1-los1-az1")).isFalse();
    assertThat(allows("aws:us-east-1", "aws", "us-east-1", "us-east-1-wl1-bos-wlz-1")).isFalse();
    assertThat(allows("aws:af-south-1-los-1a", "aws", "af-south-1", "af-south-1-los-1a")).isTrue();
    assertThat(allows("aws:af-south-1-los-1a", "aws", "af-south-1", null)).isFalse();
  }

  @Test
  void tellsProvidersApart() {
    assertThat(allows("gcp:af-south-1", "aws", "af-south-1", null)).isFalse();
  }

  @Test
  void allowsNeitherManyCountriesNorWhatNobodyKnows() {
    ResidencyRule rule = rule(Set.of("aws:af-south-1"), Set.of("NG", "ZA"));

    assertThat(ApprovedPlaces.allows(rule, new Worldwide("edges"))).isFalse();
    assertThat(ApprovedPlaces.allows(rule, new Unknown("it is a variable"))).isFalse();
  }

  private static boolean allows(String place, String provider, String region, String zone) {
    Whereabouts where = new Known(provider, region, zone, "XX");
    return ApprovedPlaces.allows(rule(Set.of(place), Set.of()), where);
  }

  private static ResidencyRule rule(Set<String> places, Set<String> countries) {
    return new ResidencyRule(
        "r",
        "R",
        Set.of(DataClass.PERSONAL),
        Set.of(Aspect.AT_REST),
        places,
        countries,
        false,
        null,
        "c",
        Certainty.COMPANY,
        "m",
        "f");
  }
}
