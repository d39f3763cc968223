package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.TrailVerifier;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.audit.Verification;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an audit trail from its beginning to its end, as evidence for a report. */
@FunctionalInterface
public interface TrailReading {

  /**
   * Verifies it.
   *
   * @param environment whose trail it has to be; null where the report is about none
   */
  TrailEvidence read(@Nullable String environment);

  /**
   * A trail that was copied into a folder, or an export.
   *
   * @param file where it is
   * @param trust what is known about it from elsewhere
   */
  static TrailReading copy(Path file, Trust trust) {
    // without the folders above it, so that the same trail gives the same report
    String name = String.valueOf(file.getFileName());
    return environment ->
        Trails.copy(
            file,
            name,
            new Trust(
                Optional.ofNullable(environment),
                trust.key(),
                trust.fingerprint(),
                trust.contains()),
            found -> of(name, found));
  }

  /**
   * Reads what was found.
   *
   * @param source how the report calls it
   */
  static TrailEvidence of(String source, FoundTrail found) {
    TrailRecords records = new TrailRecords();
    Verification verification =
        new TrailVerifier(found.files(), found.trust()).verifying(records::take);
    return new TrailEvidence(source, verification, records);
  }
}
