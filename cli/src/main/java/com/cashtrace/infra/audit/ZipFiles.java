package com.cashtrace.infra.audit;

import com.cashtrace.infra.file.DiskTrouble;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A trail in a zip file. It is read where it lies: no entry is ever unpacked to the disk, so no
 * name leads out of a folder, and of an entry that unpacks to more than any file of a trail only
 * the beginning is unpacked.
 */
public final class ZipFiles implements TrailFiles, AutoCloseable {

  private final ZipFile zip;
  private final String shown;

  private ZipFiles(ZipFile zip, String shown) {
    this.zip = zip;
    this.shown = shown;
  }

  /**
   * Opens a zip.
   *
   * @param shown the file as the user named it
   * @throws FailureException if it can't be read, or is no zip
   */
  public static ZipFiles open(Path file, String shown) {
    try {
      return new ZipFiles(new ZipFile(file.toFile()), shown);
    } catch (ZipException e) {
      throw new FailureException(
          Problem.error(
                  "audit-not-a-zip",
                  "this is not a zip file that can be read: " + e.getMessage(),
                  Location.ofFile(shown))
              .withHint("was it copied to its end? 'audit export' writes it again"),
          ExitCode.FAILED,
          e);
    } catch (IOException e) {
      throw DiskTrouble.reading(file, e);
    }
  }

  /** The names of all entries but folders; one that comes twice is named twice. */
  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(zip.size());
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!entry.isDirectory()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  @Override
  public Optional<byte[]> read(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(in.readNBytes(SignedFile.LARGEST + 1));
    } catch (IOException e) {
      // what its checksum or its compression contradicts was changed: no file of a trail
      return Optional.of(new byte[0]);
    }
  }

  @Override
  public String place(String name) {
    return name.isEmpty() ? shown : shown + "!/" + name;
  }

  @Override
  public int parallelism() {
    return ForkJoinPool.getCommonPoolParallelism() + 1;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // everything that was wanted has been read
    }
  }
}
