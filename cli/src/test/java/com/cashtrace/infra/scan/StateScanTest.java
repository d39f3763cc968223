package com.cashtrace.infra.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.residency.Holding;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A state as the real provider wrote it for the network and the cluster of an environment. */
class StateScanTest {

  @Test
  void everyResourceOfARealStateIsSomewhere() throws IOException {
    List<Holding> holdings = Scanning.result(state()).holdings();

    assertThat(holdings).hasSizeGreaterThan(30);
    assertThat(holdings)
        .extracting(Holding::where)
        .allMatch(where -> where instanceof Known known && known.country().equals("ZA"));
  }

  @Test
  void whatBelongsToTwoZonesIsInTheirRegion() throws IOException {
    assertThat(Scanning.lines(state(), "module.network.aws_route.private_nat[\"af-south-1a\"]"))
        .containsExactly(
            "module.network.aws_route.private_nat[\"af-south-1a\"] | PLACEMENT | af-south-1 (ZA)");
  }

  @Test
  void whatBelongsToZonesOfTwoCountriesIsUnknown() throws IOException {
    String split =
        state()
            .replace(
                "\"availability_zone\": \"af-south-1b\"",
                "\"availability_zone\": \"af-south-1-los-1a\"");

    assertThat(Scanning.result(split).holdings())
        .filteredOn(h -> h.subject().name().contains("aws_route.private_nat"))
        .extracting(Holding::where)
        .isNotEmpty()
        .allMatch(where -> where instanceof Whereabouts.Unknown);
  }

  private static String state() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            StateScanTest.class.getResourceAsStream("/scan/state-network.json"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
