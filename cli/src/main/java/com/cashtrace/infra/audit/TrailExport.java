package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.problem.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a trail as one zip that verifies by itself. The same trail gives the same bytes on every
 * machine: files in order, without times, and not compressed, since that depends on the library.
 *
 * @param files the trail
 */
public record TrailExport(TrailFiles files) {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int PORTION = 64;
  private static final int BUFFER = 1 << 16;

  /**
   * Writes head, key, explanation and records as they are, whether they verify or not.
   *
   * @return what is no file of a trail and was left out
   */
  public List<Problem> write(OutputStream out) throws IOException {
    Snapshot snapshot = Snapshot.of(files, new TrailJson());
    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER), UTF_8);
    add(zip, TrailNames.README, ExportReadme.text().getBytes(UTF_8));
    if (snapshot.head().isPresent()) {
      add(zip, TrailNames.HEAD, snapshot.head().get());
    }
    if (snapshot.key().isPresent()) {
      add(zip, TrailNames.KEY, snapshot.key().get());
    }
    try {
      new ParallelReader(files, PORTION)
          .read(snapshot.records(), Part::new, part -> add(zip, part));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    zip.finish();
    zip.flush();
    TrailTrouble trouble = new TrailTrouble(files);
    return Stream.concat(
            snapshot.foreign().stream().map(trouble::foreign),
            snapshot.doubled().stream().map(trouble::doubled))
        .toList();
  }

  private static boolean add(ZipOutputStream zip, Part part) {
    try {
      if (part.bytes().isPresent()) {
        add(zip, part.name(), part.bytes().get());
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** A file on its way. */
  private record Part(String name, Optional<byte[]> bytes) {}
}
