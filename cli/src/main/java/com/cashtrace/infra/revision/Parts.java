package com.cashtrace.infra.revision;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one environment is made from. What nobody can tell, because its spec is wrong, is null and
 * stands for anything.
 *
 * @param environment its name
 * @param specs names of the spec files without their ending, its own first, then those it extends
 * @param provider the folder of its templates, such as {@code aws}
 * @param modules the modules that its root carries
 * @param profiles the profiles that it is judged by
 */
public record Parts(
    String environment,
    List<String> specs,
    @Nullable String provider,
    @Nullable Set<String> modules,
    @Nullable Set<String> profiles) {

  /** Copies what it is given. */
  public Parts {
    specs = List.copyOf(specs);
    modules = modules == null ? null : Set.copyOf(modules);
    profiles = profiles == null ? null : Set.copyOf(profiles);
  }

  boolean isOf(String name) {
    return provider == null || provider.equals(name);
  }

  boolean carries(String module) {
    return modules == null || modules.contains(module);
  }

  boolean isJudgedBy(String profile) {
    return profiles == null || profiles.contains(profile);
  }
}
