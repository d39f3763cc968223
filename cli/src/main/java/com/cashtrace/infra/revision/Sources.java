package com.cashtrace.infra.revision;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files lie that environments are made from.
 *
 * @param folders each kind to its folder, by its path below the top of the repository, empty for
 *     the top itself; a kind that is not in the repository is left out
 */
public record Sources(Map<Folder, String> folders) {

  /** What a folder holds. */
  public enum Folder {
    SPECS,
    PROFILES,
    SCHEMAS,
    TEMPLATES,
    MODULES,
    PROGRAM
  }

  /** Copies the map. */
  public Sources {
    folders = folders.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(folders));
  }

  /** The path of a changed file below a folder, if it is in it. */
  Optional<String> below(Folder folder, String file) {
    String path = folders.get(folder);
    if (path == null) {
      return Optional.empty();
    }
    String prefix = path.isEmpty() ? "" : path + "/";
    return file.startsWith(prefix)
        ? Optional.of(file.substring(prefix.length()))
        : Optional.empty();
  }
}
