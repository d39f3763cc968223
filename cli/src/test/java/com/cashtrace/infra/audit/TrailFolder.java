package com.cashtrace.infra.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A trail of one record of each kind in a folder, for tests of other packages.
 *
 * @param path the folder
 * @param end the last record
 * @param fingerprint of its key
 */
public record TrailFolder(Path path, Receipt end, String fingerprint) {

  /** How many records it has. */
  public static final int RECORDS = Samples.entries().size();

  /** Writes the trail into a folder that it makes. */
  public static TrailFolder in(Path path) throws IOException {
    return of(path, Samples.entries());
  }

  /** Writes a trail of some entries into a folder that it makes. */
  public static TrailFolder of(Path path, List<Entry> entries) throws IOException {
    MemoryStore store = new MemoryStore();
    Receipt end = new Receipt(0, "");
    for (Entry entry : entries) {
      end = Samples.trail(store).append(entry);
    }
    Files.createDirectories(path.resolve("records"));
    for (Map.Entry<String, byte[]> file : store.files.entrySet()) {
      Files.write(path.resolve(file.getKey()), file.getValue());
    }
    return new TrailFolder(path, end, Samples.SIGNER.publicKey().fingerprint());
  }

  /** A folder without a trail. */
  public static TrailFolder empty(Path path) throws IOException {
    return new TrailFolder(Files.createDirectories(path), new Receipt(0, ""), "");
  }

  /** An entry of these details. */
  public static Entry entry(Details details) {
    return Samples.entry(details);
  }

  /** An entry of some kind. */
  public static Entry entry(int kind) {
    return Samples.entries().get(kind);
  }

  /** The records, the newest first. */
  public List<AuditRecord> records() {
    return new TrailHistory(new FolderFiles(path, "trail"), Trust.none())
        .newest(record -> true, Instant.MIN, (int) end.sequence());
  }

  /** The file of a record. */
  public Path record(long sequence) {
    return path.resolve(TrailNames.record(sequence));
  }
}
