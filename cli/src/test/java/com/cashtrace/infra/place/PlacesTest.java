package com.cashtrace.infra.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

  private final Places places = Places.read(Resources.packaged());

  @ParameterizedTest
  @CsvSource({
    "aws, af-south-1, ZA",
    "aws, af-south-1a, ZA",
    "aws, af-south-1-los-1a, NG",
    "aws, af-south-1-los-1, NG",
    "aws, afs1-az1, ZA",
    "aws, afs1-los1-az1, NG",
    "aws, us-east-1-lim-1a, PE",
    "aws, use1-lim1-az1, PE",
    "aws, us-west-2-lax-1b, US",
    "aws, usw2-lax1-az2, US",
    "aws, eu-west-3-cmn-wlz-1a, MA",
    "aws, euw3-cmn1-wlz1, MA",
    "aws, us-east-1-wl1-bos-wlz-1, US",
    "aws, use1-wl1-bos-wlz1, US",
    "aws, cn-northwest-1, CN",
    "aws, us-gov-west-1b, US",
    "aws, eusc-de-east-1, DE",
    "aws, ' AF-SOUTH-1 ', ZA",
    "gcp, africa-south1, ZA",
    "gcp, africa-south1-b, ZA",
    "gcp, US, US",
    "gcp, asia1, JP",
    "azure, southafricanorth, ZA",
    "azure, South Africa West, ZA",
    "oci, af-johannesburg-1, ZA",
    "oci, uk-cardiff-1, GB"
  })
  void knowsTheCountry(String provider, String code, String country) {
    assertThat(places.place(provider, code))
        .get()
        .isInstanceOfSatisfying(
            Whereabouts.Known.class,
            known -> {
              assertThat(known.country()).isEqualTo(country);
              assertThat(known.provider()).isEqualTo(provider);
            });
  }

  @Test
  void keepsTheParentOfATownThatIsInAnotherCountry() {
    assertThat(places.place("aws", "af-south-1-los-1a"))
        .contains(new Whereabouts.Known("aws", "af-south-1", "af-south-1-los-1a", "NG"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "af-south-9",
        "af-south-1d",
        "af-south-1-nbo-1a",
        "af-south-1-nbo-1",
        "us-east-1-wl1",
        "afs1-az9",
        "afs9-az1",
        "afs1-nbo1-az1",
        "eu-isoe-west-1",
        "eu-west-1-dss-wlz-1a"
      })
  void takesWhatHasTheShapeOfAPlaceAndIsNoneForUnknown(String code) {
    assertThat(places.place("aws", code)).get().isInstanceOf(Whereabouts.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "gcp, us-west9",
    "gcp, us-central1-ai1a",
    "gcp, eu-north-1-xyz-1a",
  })
  void takesTheShapesOfOtherProvidersForUnknown(String provider, String code) {
    assertThat(places.place(provider, code)).get().isInstanceOf(Whereabouts.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"gcp, eu", "gcp, ASIA", "gcp, global", "azure, global"})
  void takesLocationsInManyCountriesForWorldwide(String provider, String code) {
    assertThat(places.place(provider, code)).get().isInstanceOf(Whereabouts.Worldwide.class);
  }

  @ParameterizedTest
  @CsvSource({
    "aws, ''",
    "aws, sa-api-1",
    "aws, us-1",
    "aws, private-az1",
    "aws, westeurope",
    "aws, africa-south1",
    "gcp, af-south-1",
    "azure, af-south-1",
    "elsewhere, us"
  })
  void isEmptyForWhatIsNoPlaceOfTheProvider(String provider, String code) {
    assertThat(places.place(provider, code)).isEmpty();
    assertThat(places.located(provider, code)).isInstanceOf(Whereabouts.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"eu-west-1", "europe-west1", "southafricanorth", "uk-london-1", "af-south-9"})
  void looksLikeARegion(String code) {
    assertThat(places.looksLikeRegion(code)).isTrue();
    assertThat(places.region(code)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "main", "sa-api-1", "my-eu-west-1", "eu-west-1234", "eu-west"})
  void doesNotLookLikeARegion(String text) {
    assertThat(places.looksLikeRegion(text)).isFalse();
  }
}
