package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What may differ between staging and production without being declared.
 *
 * @param byTop top-level key to the paths of the spec that begin with it; in a path a star stands
 *     for any one key
 */
public record ParityExemptions(Map<String, List<SpecPath>> byTop) {

  private static final String ANY = "*";

  /** Copies the map. */
  public ParityExemptions {
    byTop = Map.copyOf(byTop);
  }

  static ParityExemptions read(Resources resources) {
    Entries entries = Entries.read(resources, "schemas/catalog/parity.yaml");
    return new ParityExemptions(
        entries.textMap("exempt").keySet().stream()
            .map(SpecPath::parse)
            .collect(Collectors.groupingBy(path -> path.segments().get(0))));
  }

  /** True if a path is exempt or lies below one that is. */
  public boolean covers(SpecPath path) {
    // asked for every key of every pair of environments
    for (SpecPath exempt : byTop.getOrDefault(path.segments().get(0), List.of())) {
      if (covers(exempt.segments(), path.segments())) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(List<String> exempt, List<String> path) {
    if (path.size() < exempt.size()) {
      return false;
    }
    for (int i = 0; i < exempt.size(); i++) {
      if (!exempt.get(i).equals(ANY) && !exempt.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
