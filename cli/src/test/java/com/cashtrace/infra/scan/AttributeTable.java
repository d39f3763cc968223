package com.cashtrace.infra.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The attributes that a walk of the provider's schema found to speak of places. */
final class AttributeTable {

  private AttributeTable() {}

  static List<Row> rows() {
    return lines("/scan/aws-location-attributes.tsv").stream()
        .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
        .toList();
  }

  /** The lines of a test resource but comments, cell by cell. */
  static List<List<String>> lines(String resource) {
    try (InputStream in = AttributeTable.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One of them.
   *
   * @param priority 1 names a place, 2 a copy, 3 a destination, H is a text that may hide one
   */
  record Row(String type, String path, String valueType, String priority) {

    @Override
    public String toString() {
      return type + "." + path;
    }
  }
}
