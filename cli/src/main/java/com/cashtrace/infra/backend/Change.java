package com.cashtrace.infra.backend;

import org.jspecify.annotations.Nullable;

/**
 * One thing that bootstrap does, or would do.
 *
 * @param resource what it is about: {@code bucket cashtrace-444455556666-tfstate}
 * @param setting what of it is set, or null where the resource itself is created
 * @param from how the setting was; null for a resource that is not there yet
 * @param to how it becomes; null where the resource itself is created
 */
public record Change(
    String resource, @Nullable String setting, @Nullable String from, @Nullable String to) {

  /** The change in a few words. */
  public String words() {
    return setting == null ? "create " + resource : "set " + resource + ": " + setting + " " + to;
  }

  static Change create(Resource resource) {
    return new Change(resource.name(), null, null, null);
  }

  static Change set(Resource resource, Setting setting, @Nullable String from) {
    return new Change(resource.name(), setting.name(), from, setting.wanted());
  }
}
