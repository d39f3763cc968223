package com.cashtrace.infra.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/**
 * A folder of mode 0700 for what may hold secrets, its files of mode 0600.
 *
 * @param path the folder, which exists
 */
public record PrivateFolder(Path path) {

  /** Makes the folder and those above it, and closes it to others if it was open. */
  public static PrivateFolder at(Path path) {
    try {
      Files.createDirectories(path);
      if (isPosix(path)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      return new PrivateFolder(path);
    } catch (IOException e) {
      throw DiskTrouble.writing(path, e);
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The place of a file in it. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** Writes a file while its content is made; whoever closes the writer has written it. */
  public Writer writer(String name) {
    Path file = path.resolve(name);
    try {
      Files.deleteIfExists(file);
      if (isPosix(path)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(Access.PRIVATE.permissions()));
      }
      return new BufferedWriter(Files.newBufferedWriter(file, UTF_8), 1 << 16);
    } catch (IOException e) {
      throw DiskTrouble.writing(file, e);
    }
  }

  /** Writes a file, in one step. */
  public void write(String name, AtomicFiles.Content content) {
    new AtomicFiles(Access.PRIVATE, Durability.PROCESS).write(path.resolve(name), content);
  }

  /** Takes in a file from elsewhere under a name, in one step, replacing what had that name. */
  public void take(Path file, String name) {
    Path target = path.resolve(name);
    Path part = path.resolve("." + name + ".part");
    try {
      if (isPosix(path)) {
        Files.setPosixFilePermissions(file, Access.PRIVATE.permissions());
      }
      Files.copy(
          file, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw DiskTrouble.writing(target, e);
    } finally {
      remove(part);
    }
  }

  /**
   * Moves a file in from elsewhere under a name that no file has yet. On one and the same file
   * system this needs no space, so that it works where the disk is full.
   */
  public void move(Path file, String name) {
    Path target = path.resolve(name);
    try {
      if (isPosix(path)) {
        Files.setPosixFilePermissions(file, Access.PRIVATE.permissions());
      }
      Files.move(file, target);
    } catch (IOException e) {
      throw DiskTrouble.writing(target, e);
    }
  }

  /** Removes a file if it is there. */
  public void remove(String name) {
    remove(path.resolve(name));
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw DiskTrouble.removing(file, e);
    }
  }

  /**
   * Works while other processes are kept out; the lock ends with the process, however that ends.
   *
   * @throws FailureException {@code folder-busy} if another process is at work in the folder
   */
  public <T> T alone(Supplier<T> work) {
    Path file = path.resolve("lock");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!isLocked(channel)) {
        throw failure();
      }
      return work.get();
    } catch (IOException e) {
      throw DiskTrouble.writing(file, e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this very process has it
    }
  }

  private FailureException failure() {
    Problem problem =
        Problem.unlocated(
            "folder-busy",
            "another process is at work in '" + path + "'",
            "wait until it has ended, and run the command again");
    return new FailureException(problem, ExitCode.FAILED, null);
  }
}
