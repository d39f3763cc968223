package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecPath;
import java.util.List;

/**
 * What may differ between staging and production without being declared.
 *
 * @param paths paths of the spec, a star for any one key
 */
public record ParityExemptions(List<SpecPath> paths) {

  private static final String ANY = "*";

  /** Copies the list. */
  public ParityExemptions {
    paths = List.copyOf(paths);
  }

  static ParityExemptions read(Resources resources) {
    Entries entries = Entries.read(resources, "schemas/catalog/parity.yaml");
    return new ParityExemptions(
        entries.textMap("exempt").keySet().stream().map(SpecPath::parse).toList());
  }

  /** True if a path is exempt or lies below one that is. */
  public boolean covers(SpecPath path) {
    return paths.stream().anyMatch(exempt -> covers(exempt.segments(), path.segments()));
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
