package com.cashtrace.infra.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.residency.Holding;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;

/** Scans texts with the program's own catalogues, which are read once. */
final class Scanning {

  private static final Scan SCAN = new Scan(Knowledge.read(Resources.packaged()));

  private Scanning() {}

  static ScanResult result(String json, ScanOptions options) {
    return SCAN.scan(new ByteArrayInputStream(json.getBytes(UTF_8)), options);
  }

  static ScanResult result(String json) {
    return result(json, ScanOptions.of("plan.json"));
  }

  /** Each holding as {@code address: attribute | ROLE | place}. */
  static List<String> lines(String json) {
    return result(json).holdings().stream().map(Scanning::line).toList();
  }

  /** Only those of one resource. */
  static List<String> lines(String json, String address) {
    Stream<Holding> holdings =
        result(json).holdings().stream().filter(h -> h.subject().name().equals(address));
    return holdings.map(Scanning::line).toList();
  }

  static String line(Holding holding) {
    return holding.subject() + " | " + holding.role() + " | " + holding.where();
  }
}
