package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.util.Map;

/**
 * The sizes of specs as AWS calls them.
 *
 * @param databases size to instance class
 * @param caches size to node type
 */
public record Sizes(Map<String, String> databases, Map<String, String> caches) {

  private static final String FILE = "schemas/catalog/sizes.yaml";

  /** Copies the maps. */
  public Sizes {
    databases = Map.copyOf(databases);
    caches = Map.copyOf(caches);
  }

  static Sizes read(Resources resources) {
    Entries entries = Entries.read(resources, FILE);
    return new Sizes(entries.textMap("databases"), entries.textMap("caches"));
  }

  /** The instance class of a database's size, such as {@code db.t4g.small}. */
  public String instanceClass(String size) {
    return find(databases, size);
  }

  /** The node type of a cache's size, such as {@code cache.t4g.small}. */
  public String nodeType(String size) {
    return find(caches, size);
  }

  private static String find(Map<String, String> sizes, String size) {
    String found = sizes.get(size);
    if (found == null) {
      String message = "the size '" + size + "', which the schema allows, is missing here";
      throw new FailureException(Problem.error("catalog-invalid", message, Location.ofFile(FILE)));
    }
    return found;
  }
}
