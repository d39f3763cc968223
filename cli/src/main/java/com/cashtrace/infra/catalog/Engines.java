package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The engines that a spec can name.
 *
 * @param databases word of the spec to engine
 * @param caches likewise
 */
public record Engines(Map<String, Engine> databases, Map<String, Engine> caches) {

  /** Copies the maps. */
  public Engines {
    databases = Map.copyOf(databases);
    caches = Map.copyOf(caches);
  }

  static Engines read(Resources resources) {
    Entries entries = Entries.read(resources, "schemas/catalog/engines.yaml");
    return new Engines(
        entries.each("databases", (word, e) -> engine(e)),
        entries.each("caches", (word, e) -> engine(e)));
  }

  private static Engine engine(Entries entries) {
    return new Engine(
        entries.pattern("pattern"), entries.text("words"), Set.copyOf(entries.texts("reserved")));
  }

  /** The engine of databases that a spec calls by this word. */
  public Optional<Engine> database(String word) {
    return Optional.ofNullable(databases.get(word));
  }

  /** The engine of caches that a spec calls by this word. */
  public Optional<Engine> cache(String word) {
    return Optional.ofNullable(caches.get(word));
  }
}
