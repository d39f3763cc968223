package com.cashtrace.infra.terraform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Has providers fetched or unpacked by one init at a time, and only once: terraform's own cache of
 * them is not safe for several inits at once, and a provider has 700 MB. Inits that find them
 * unpacked on this machine link to them, and may run side by side.
 */
final class Installation {

  private static final String FOLDER = ".terraform/providers";

  private final String platform;
  private final boolean caches;
  private volatile @Nullable Path installed;

  /**
   * Nothing is known to be installed yet.
   *
   * @param platform in terraform's words: {@code linux_amd64}
   * @param caches true if inits keep what they fetch in a folder that they share
   */
  Installation(String platform, boolean caches) {
    this.platform = platform;
    this.caches = caches;
  }

  /** A root was initialised earlier. */
  void found(Path root) {
    installed = root.resolve(FOLDER).toAbsolutePath();
  }

  /**
   * Runs an init.
   *
   * @param root the root that is initialised
   * @param mirror where the providers come from; null for the registry
   * @param init runs it with the folder that it is to take providers from, or null for the registry
   * @return its exit status
   */
  int run(Path root, @Nullable Path mirror, ToIntFunction<@Nullable Path> init) {
    List<LockedProvider> providers = LockFile.of(root);
    Path ready = unpacked(root, providers, mirror);
    if (ready == null) {
      synchronized (this) {
        ready = unpacked(root, providers, mirror); // of an init that ran meanwhile
        if (ready == null) {
          int status = init.applyAsInt(mirror);
          if (status == 0) {
            found(root);
          }
          return status;
        }
      }
    }
    return init.applyAsInt(ready);
  }

  /** The folder that several inits may link to at once, or null if none is known. */
  private @Nullable Path unpacked(
      Path root, List<LockedProvider> providers, @Nullable Path mirror) {
    // even an init that only links writes to the cache, where nobody did before
    if (!caches && holdsAll(mirror, providers)) {
      return mirror;
    }
    Path other = installed;
    boolean own = other != null && other.startsWith(root.toAbsolutePath()); // no link to itself
    return !own && holdsAll(other, providers) ? other : null;
  }

  private boolean holdsAll(@Nullable Path folder, List<LockedProvider> providers) {
    return folder != null
        && !providers.isEmpty()
        && providers.stream()
            .allMatch(provider -> Files.isDirectory(provider.packageFolder(folder, platform)));
  }
}
