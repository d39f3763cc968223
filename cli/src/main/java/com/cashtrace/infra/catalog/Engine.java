package com.cashtrace.infra.catalog;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * An engine of databases or caches.
 *
 * @param versions the versions that may be used
 * @param words the same for a message
 * @param reserved keys whose name the engine takes for no database
 */
public record Engine(Pattern versions, String words, Set<String> reserved) {

  /** Copies the set. */
  public Engine {
    reserved = Set.copyOf(reserved);
  }

  /** True if a version may be used. */
  public boolean has(String version) {
    return versions.matcher(version).matches();
  }
}
