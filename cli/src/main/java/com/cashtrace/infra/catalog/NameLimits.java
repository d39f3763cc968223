package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that an environment causes at AWS.
 *
 * @param byKind {@code environment}, or the key of a kind of components, to the names that one of
 *     it causes
 */
public record NameLimits(Map<String, List<CausedName>> byKind) {

  private static final List<String> KINDS =
      List.of("environment", "services", "databases", "caches", "buckets", "secrets");

  /** Copies the map. */
  public NameLimits {
    byKind = Map.copyOf(byKind);
  }

  static NameLimits read(Resources resources) {
    Entries entries = Entries.read(resources, "schemas/catalog/limits.yaml");
    Map<String, NameLimit> limits = entries.each("limits", (kind, e) -> limit(e));
    Map<String, List<CausedName>> names = new LinkedHashMap<>();
    for (String kind : KINDS) {
      names.put(
          kind,
          entries.map("names").maps(kind).stream().map(name -> caused(name, limits)).toList());
    }
    return new NameLimits(names);
  }

  private static NameLimit limit(Entries entries) {
    return new NameLimit(
        entries.text("title"),
        entries.count("min"),
        entries.count("max"),
        entries.pattern("pattern"),
        entries.text("words"));
  }

  private static CausedName caused(Entries entries, Map<String, NameLimit> limits) {
    return new CausedName(
        entries.oneOf("limit", limits),
        entries.text("name"),
        entries.has("when") ? entries.oneOf("when", NameCondition.BY_WORD) : NameCondition.ALWAYS);
  }

  /** The names that one component of a kind causes; {@code environment} is a kind here too. */
  public List<CausedName> of(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
