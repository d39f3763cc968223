package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Specs.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an environment is, and its network. */
class PlaceRulesTest {

  @Test
  void rejectsAnUnknownRegionAndSaysNothingMoreOfItsZones() {
    assertThat(found("place: { region: af-south-2 }"))
        .containsExactly("1:18 unknown-region 'af-south-2' is no region that is known here");
    assertThat(
            new ZoneRule(Specs.CATALOG.regions())
                .check(Specs.with("place: { region: af-south-2 }")))
        .extracting(Problem::hint)
        .containsExactly("did you mean 'af-south-1'?");
  }

  @Test
  void rejectsAZoneOfAnotherRegion() {
    assertThat(found("place: { zones: [af-south-1a, eu-west-1a] }"))
        .containsExactly(
            "1:31 zone-region 'eu-west-1a' is a zone of eu-west-1, Europe (Ireland), not of"
                + " af-south-1");
  }

  @Test
  void rejectsAZoneThatNobodyKnows() {
    assertThat(found("place: { zones: [af-south-1a, af-south-1z] }"))
        .containsExactly("1:31 unknown-zone 'af-south-1z' is no zone that is known here");
  }

  @Test
  void rejectsALocalZoneAndSaysWhereItIs() {
    assertThat(found("place: { zones: [af-south-1a, af-south-1-los-1a] }"))
        .singleElement()
        .asString()
        .startsWith("1:31 zone-local 'af-south-1-los-1a' is a local zone (Lagos, NG)");
  }

  @Test
  void rejectsEachZoneThatIsNamedAgain() {
    assertThat(found("place: { zones: [af-south-1a, af-south-1b, af-south-1a] }"))
        .containsExactly("1:44 zone-duplicate the zone 'af-south-1a' is named twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/16", "172.31.0.0/16", "192.168.0.0/16", "10.1.16.0/20"})
  void takesPrivateRangesOfTheRightSize(String cidr) {
    assertThat(found("network: { cidr: " + cidr + " }")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.1/16, cidr-invalid",
    "10.256.0.0/16, cidr-invalid",
    "10.020.0.0/16, cidr-invalid",
    "10.0.0.0/33, cidr-invalid",
    "10.20.8.0/20, cidr-invalid",
    "52.20.0.0/16, cidr-public",
    "172.32.0.0/16, cidr-public",
    "100.64.0.0/16, cidr-public",
    "0.0.0.0/0, cidr-too-large",
    "10.0.0.0/8, cidr-too-large",
    "10.0.0.0/15, cidr-too-large",
    "10.20.0.0/21, cidr-too-small",
    "10.20.0.0/32, cidr-too-small",
  })
  void rejectsEveryOtherRange(String cidr, String code) {
    assertThat(found("network: { cidr: " + cidr + " }"))
        .singleElement()
        .asString()
        .startsWith("1:18 " + code + " '" + cidr + "'");
  }

  @Test
  void rejectsAnInterfaceEndpointWhereThereIsAGateway() {
    assertThat(found("network: { endpoints: [logs, s3, dynamodb] }"))
        .containsExactly(
            "1:30 endpoint-gateway 's3' takes no interface endpoint with private names",
            "1:34 endpoint-gateway 'dynamodb' takes no interface endpoint with private names");
  }

  @Test
  void readsRangesAsNumbers() {
    assertThat(Cidr.parse("10.0.0.0/16")).contains(new Cidr(0x0A00_0000L, 16));
    assertThat(Cidr.parse("255.255.255.255/32").orElseThrow().last()).isEqualTo(0xFFFF_FFFFL);
    assertThat(Cidr.parse("0.0.0.0/0").orElseThrow().size()).isEqualTo(1L << 32);
    assertThat(Cidr.parse("10.0.0.1/16")).isEqualTo(Optional.empty());
  }
}
