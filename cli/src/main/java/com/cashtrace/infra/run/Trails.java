package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.FolderFiles;
import com.cashtrace.infra.audit.TrailExport;
import com.cashtrace.infra.audit.TrailHistory;
import com.cashtrace.infra.audit.TrailVerifier;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.audit.Verification;
import com.cashtrace.infra.audit.ZipFiles;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Shows, verifies and exports audit trails: that of an environment in AWS, one that was copied into
 * a folder, or an export.
 *
 * @param directory the working folder
 * @param folder the specs
 * @param resources schemas of the specs
 * @param variables the process' environment variables
 */
public record Trails(
    Path directory, SpecFolder folder, Resources resources, Map<String, String> variables) {

  /** Copies the variables. */
  public Trails {
    variables = Map.copyOf(variables);
  }

  /** The newest records that are wanted, the newest first; see {@link TrailHistory#newest}. */
  public List<AuditRecord> newest(
      String trail, Predicate<AuditRecord> wanted, Instant since, int limit) {
    return with(
        trail,
        Trust.none(),
        found -> new TrailHistory(found.files(), found.trust()).newest(wanted, since, limit));
  }

  /** Reads all of a trail. */
  public Verification verify(String trail, Trust trust) {
    return with(trail, trust, found -> new TrailVerifier(found.files(), found.trust()).verify());
  }

  /** Writes a trail as a zip, whether it verifies or not, and verifies what was written. */
  public Verification export(String trail, String zip, Trust trust) {
    return with(trail, trust, found -> export(found, zip));
  }

  private Verification export(FoundTrail found, String zip) {
    Path target = directory.resolve(zip);
    List<Problem> omitted = new ArrayList<>();
    AtomicFiles.shared()
        .write(target, out -> omitted.addAll(new TrailExport(found.files()).write(out)));
    try (ZipFiles written = ZipFiles.open(target, zip)) {
      return new TrailVerifier(written, found.trust()).verify().and(omitted);
    }
  }

  private <T> T with(String trail, Trust trust, Function<FoundTrail, T> work) {
    return isPath(trail)
        ? copy(directory.resolve(trail), trail, trust, work)
        : TrailInAws.of(folder, resources, variables).open(trail, trust, work);
  }

  /**
   * Works with a trail that was copied.
   *
   * @param trail what messages call it
   */
  static <T> T copy(Path path, String trail, Trust trust, Function<FoundTrail, T> work) {
    if (Files.isDirectory(path)) {
      return work.apply(new FoundTrail(new FolderFiles(path, trail), trust));
    }
    if (!Files.exists(path)) {
      throw new FailureException(
          Problem.error(
                  "audit-trail-missing", "there is no folder or file here", Location.ofFile(trail))
              .withHint("a trail is a folder that was copied from the bucket, or an export"));
    }
    try (ZipFiles zip = ZipFiles.open(path, trail)) {
      return work.apply(new FoundTrail(zip, trust));
    }
  }

  /** Names of environments have neither slashes nor dots. */
  private static boolean isPath(String trail) {
    return trail.contains("/") || trail.contains("\\") || trail.contains(".");
  }
}
