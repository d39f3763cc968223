package com.cashtrace.infra.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * What {@code terraform providers schema} says of hashicorp/aws 5.100.0, without what is only
 * computed and without the deep trees of QuickSight's visuals and WAF's statements.
 *
 * @param paths type to its paths; a path to the type of its value, empty for a block
 */
record ProviderSchema(Map<String, Map<String, String>> paths) {

  static final String FILE = "/scan/aws-5.100.0-schema.txt.gz";

  static ProviderSchema read() {
    return parse(lines());
  }

  static List<String> lines() {
    try (InputStream in = ProviderSchema.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Objects.requireNonNull(in)), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A type stands at the margin; what it holds is below it, a tab deeper than its block. */
  private static ProviderSchema parse(List<String> lines) {
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    Map<String, String> type = Map.of();
    List<String> above = new ArrayList<>();
    for (String line : lines) {
      int depth = line.lastIndexOf('\t') + 1;
      if (depth == 0) {
        type = new LinkedHashMap<>();
        types.put(line, type);
      } else {
        String[] cells = line.substring(depth).split(" ", 2);
        above.subList(depth - 1, above.size()).clear();
        above.add(cells[0]);
        type.put(String.join(".", above), cells.length == 1 ? "" : cells[1]);
      }
    }
    return new ProviderSchema(types);
  }

  boolean has(String type, String path) {
    return paths.getOrDefault(type, Map.of()).containsKey(path);
  }

  String typeOf(String type, String path) {
    return Objects.requireNonNull(paths.get(type).get(path));
  }
}
