package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.FolderFiles;
import com.cashtrace.infra.audit.TrailExport;
import com.cashtrace.infra.audit.TrailFiles;
import com.cashtrace.infra.audit.TrailHistory;
import com.cashtrace.infra.audit.TrailVerifier;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.audit.Verification;
import com.cashtrace.infra.audit.ZipFiles;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Shows, verifies and exports audit trails.
 *
 * @param directory the working folder
 */
public record Trails(Path directory) {

  /** The newest records that are wanted, the newest first; see {@link TrailHistory#newest}. */
  public List<AuditRecord> newest(
      String trail, Predicate<AuditRecord> wanted, Instant since, int limit) {
    return with(trail, files -> new TrailHistory(files, Trust.none()).newest(wanted, since, limit));
  }

  /** Reads all of a trail. */
  public Verification verify(String trail, Trust trust) {
    return with(trail, files -> new TrailVerifier(files, trust).verify());
  }

  /** Writes a trail as a zip, whether it verifies or not, and verifies what was written. */
  public Verification export(String trail, String zip, Trust trust) {
    List<Problem> omitted = new ArrayList<>();
    with(
        trail,
        files -> {
          AtomicFiles.shared()
              .write(
                  directory.resolve(zip), out -> omitted.addAll(new TrailExport(files).write(out)));
          return files;
        });
    try (ZipFiles written = ZipFiles.open(directory.resolve(zip), zip)) {
      return new TrailVerifier(written, trust).verify().and(omitted);
    }
  }

  private <T> T with(String trail, Function<TrailFiles, T> work) {
    Path path = directory.resolve(trail);
    if (Files.isDirectory(path)) {
      return work.apply(new FolderFiles(path, trail));
    }
    if (!Files.exists(path)) {
      throw new FailureException(
          Problem.error(
                  "audit-trail-missing", "there is no folder or file here", Location.ofFile(trail))
              .withHint("a trail is a folder that was copied from the bucket, or an export"));
    }
    try (ZipFiles zip = ZipFiles.open(path, trail)) {
      return work.apply(zip);
    }
  }
}
