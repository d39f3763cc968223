package com.cashtrace.infra.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bundle in a folder.
 *
 * @param path the folder
 * @param label how messages call it
 */
public record BundleFolder(Path path, String label) implements BundleSource {

  /** True if a folder holds a bundle. */
  public static boolean isIn(Path path) {
    return Files.isRegularFile(path.resolve(StoredBundle.BUNDLE));
  }

  @Override
  public Optional<InputStream> open(String name) throws IOException {
    try {
      return Optional.of(Files.newInputStream(path.resolve(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public String place(String name) {
    return label + "/" + name;
  }
}
