package com.cashtrace.infra.file;

import static java.lang.Long.toHexString;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes whole files: a reader sees the old content or the new one, never a part.
 *
 * @param access who may read them
 * @param durability what they survive
 */
public record AtomicFiles(Access access, Durability durability) {

  /** Ends the name of every file that is being written; what is left of a kill is known by it. */
  private static final String ENDING = ".cashtrace-part";

  /** Files that can be made again and everybody may read. */
  public static AtomicFiles shared() {
    return new AtomicFiles(Access.SHARED, Durability.PROCESS);
  }

  /** True for the name of a file that a write of this class left behind when it was killed. */
  public static boolean isLeftover(Path path) {
    return path.getFileName().toString().endsWith(ENDING);
  }

  /** Writes text as UTF-8. */
  public void write(Path target, String text) {
    write(target, text.getBytes(UTF_8));
  }

  /** What goes into a file, made while it is written. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes everything, in portions of some size: each write goes to the system. What it throws
     * leaves the old file in place.
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes bytes that are there already. */
  public void write(Path target, byte[] content) {
    write(target, (Content) out -> out.write(content));
  }

  /**
   * Writes a file, making the folders above it; replaces a symbolic link, never what it points to.
   * A failure leaves the old file and nothing else.
   */
  public void write(Path target, Content content) {
    Path absolute = target.toAbsolutePath();
    Path folder = Objects.requireNonNull(absolute.getParent(), "a file is in a folder");
    // any name will do that nobody else has: the file must not be there yet
    long number = ThreadLocalRandom.current().nextLong();
    Path part = folder.resolve("." + absolute.getFileName() + "." + toHexString(number) + ENDING);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      place(part, absolute, content);
      if (durability == Durability.MACHINE) {
        sync(folder);
      }
    } catch (IOException e) {
      throw DiskTrouble.writing(target, e);
    }
  }

  private void place(Path part, Path target, Content content) throws IOException {
    boolean placed = false;
    try {
      fill(part, content);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      placed = true;
    } finally {
      if (!placed) {
        Files.deleteIfExists(part);
      }
    }
  }

  private void fill(Path part, Content content) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(part, options, mode(part))) {
      content.writeTo(Channels.newOutputStream(channel));
      if (durability == Durability.MACHINE) {
        channel.force(true);
      }
    }
  }

  private FileAttribute<?>[] mode(Path part) {
    boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(access.permissions())}
        : new FileAttribute<?>[0];
  }

  /** The new name is an entry of the folder, which has to reach the disk too. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
