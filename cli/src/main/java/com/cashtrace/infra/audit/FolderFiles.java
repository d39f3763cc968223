package com.cashtrace.infra.audit;

import com.cashtrace.infra.file.DiskTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/**
 * A trail that was copied from the bucket into a folder.
 *
 * @param folder that holds the head
 * @param shown the folder as the user named it
 */
public record FolderFiles(Path folder, String shown) implements TrailFiles {

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Collector(folder, names));
    } catch (IOException e) {
      throw DiskTrouble.reading(folder, e);
    }
    return names;
  }

  @Override
  public Optional<byte[]> read(String name) {
    Path file = folder.resolve(name);
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(SignedFile.LARGEST + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DiskTrouble.reading(file, e);
    }
  }

  @Override
  public String place(String name) {
    String base = shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
    return name.isEmpty() ? shown : base + "/" + name;
  }

  @Override
  public int parallelism() {
    return ForkJoinPool.getCommonPoolParallelism() + 1;
  }

  /** Names whatever is no folder; a link is a name too, and leads nowhere else. */
  private static final class Collector extends SimpleFileVisitor<Path> {

    private final int prefix;
    private final List<String> names;

    Collector(Path folder, List<String> names) {
      this.prefix = folder.resolve("x").toString().length() - 1;
      this.names = names;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      names.add(file.toString().substring(prefix).replace('\\', '/'));
      return FileVisitResult.CONTINUE;
    }
  }
}
