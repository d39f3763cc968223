package com.cashtrace.infra.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done to folders beside writing into them. */
public final class Folders {

  private Folders() {}

  /** The bytes of a file, or nothing if there is no such file. */
  public static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (e instanceof NotDirectoryException || !Files.exists(file)) {
        return Optional.empty(); // a file stands where one of the folders above it should
      }
      throw DiskTrouble.reading(file, e);
    }
  }

  /**
   * Removes a file, and the folders above it that are empty then, up to but without {@code top}.
   */
  public static void remove(Path file, Path top) {
    try {
      Files.deleteIfExists(file);
      Path folder = file.getParent();
      while (folder != null && !folder.equals(top) && folder.startsWith(top) && isEmpty(folder)) {
        Files.deleteIfExists(folder);
        folder = folder.getParent();
      }
    } catch (IOException e) {
      throw DiskTrouble.removing(file, e);
    }
  }

  /** Removes what killed writes of {@link AtomicFiles} left directly in a folder. */
  public static void removeLeftovers(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path path : children(folder)) {
      if (AtomicFiles.isLeftover(path)) {
        remove(path, folder);
      }
    }
  }

  /**
   * The files directly in a folder whose names end so, in the order of their names; none if there
   * is no such folder.
   */
  public static List<Path> files(Path folder, String ending) {
    List<Path> all = Files.isDirectory(folder) ? children(folder) : List.of();
    return all.stream()
        .filter(path -> path.getFileName().toString().endsWith(ending))
        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        .sorted()
        .toList();
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    } catch (IOException e) {
      throw DiskTrouble.reading(folder, e);
    }
  }

  private static boolean isEmpty(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && children(folder).isEmpty();
  }
}
