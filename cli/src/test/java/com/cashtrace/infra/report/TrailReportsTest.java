package com.cashtrace.infra.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.audit.FolderFiles;
import com.cashtrace.infra.audit.TrailFolder;
import com.cashtrace.infra.audit.TrailVerifier;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.audit.Verification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailReportsTest {

  @TempDir private Path folder;
  private TrailFolder trail;

  @BeforeEach
  void writeTrail() throws IOException {
    trail = TrailFolder.in(folder.resolve("trail"));
  }

  @Test
  void tellsEachKindOfRecordInALine() throws IOException {
    StringBuilder out = new StringBuilder();
    new TrailReport(trail.records()).text(out);

    assertThat(out.toString())
        .isEqualTo(
            """
                10  2026-11-22T06:00:00Z  destroy     alice  plan 555555555555 begun
                 9  2026-11-22T06:00:00Z  push        alice  serial 7 to 7
                 8  2026-11-22T06:00:00Z  restore     alice  version v-1, serial 7 to 7
                 7  2026-11-22T06:00:00Z  unlock      alice  lock l-1 of bob@laptop, OperationTypeApply
                 6  2026-11-22T06:00:00Z  apply       alice  plan 555555555555 done, 4 changed, state refused
                 5  2026-11-22T06:00:00Z  apply       alice  plan 555555555555 begun
                 4  2026-11-22T06:00:00Z  waiver-use  alice  logs: africa of buckets.logs, short
                 3  2026-11-22T06:00:00Z  approval    alice  plan 555555555555 of alice: reviewed\\u000awith the team
                 2  2026-11-22T06:00:00Z  plan        alice  plan 555555555555 passed: 3 to add, 0 to change, 1 to replace, 0 to destroy
                 1  2026-11-22T06:00:00Z  bootstrap   alice  cashtrace-tfstate: bucket made
            """);
  }

  @Test
  void saysThatThereAreNone() throws IOException {
    StringBuilder out = new StringBuilder();
    new TrailReport(List.of()).text(out);

    assertThat(out).hasToString("no such records\n");
  }

  @Test
  void writesRecordsAsJsonByTheSchema() throws IOException {
    StringBuilder out = new StringBuilder();
    new TrailReport(trail.records()).json(out);

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(ReportCase.violations(ReportCase.schema("report/trail.schema.json"), json))
        .isEmpty();
    assertThat(json.path("records")).hasSize(TrailFolder.RECORDS);
    String record = ReportCase.schema("audit/record.schema.json");
    for (JsonNode item : json.path("records")) {
      assertThat(ReportCase.violations(record, item)).isEmpty();
    }
  }

  @Test
  void tellsWhereAWholeTrailEndsAndWhatWasTrusted() throws IOException {
    VerificationReport own = report(Trust.none());
    Trust known =
        new Trust(
            Optional.empty(), Optional.empty(), Optional.of(trail.fingerprint()), Optional.empty());

    assertThat(text(own))
        .isEqualTo(
            """
            trail: 10 records, whole
              ends with %s of 2026-11-22T06:00:00.500Z
              key %s, taken from the trail itself: compare it with what you were told
            """
                .formatted(trail.end(), trail.fingerprint()));
    assertThat(text(report(known))).contains(trail.fingerprint() + ", known from elsewhere\n");
    assertThat(own.exitCode().value()).isZero();
  }

  @Test
  void tellsWhatWasTamperedWith() throws IOException {
    Files.delete(trail.record(4));
    for (int i = 0; i < 120; i++) {
      Files.writeString(trail.path().resolve("junk-" + i), "x");
    }
    VerificationReport report = report(Trust.none());

    assertThat(text(report))
        .contains("trail/junk-0: error[audit-file-foreign]: no trail has a file of this name\n")
        .contains("and 101 more problems\ntrail: 9 records, not as it was written\n");
    assertThat(report.exitCode().value()).isEqualTo(3);
  }

  @Test
  void writesWhatItFoundAsJsonByTheSchema() throws IOException {
    String schema = ReportCase.schema("report/trail-verification.schema.json");
    JsonNode whole = json(report(Trust.none()));
    assertThat(ReportCase.violations(schema, whole)).isEmpty();
    assertThat(whole.at("/head/sequence").asInt()).isEqualTo(TrailFolder.RECORDS);
    assertThat(whole.at("/key/known").asBoolean()).isFalse();

    Files.delete(trail.record(4));
    JsonNode broken = json(report(Trust.none()));
    assertThat(ReportCase.violations(schema, broken)).isEmpty();
    assertThat(broken.path("intact").asBoolean()).isFalse();
    assertThat(broken.at("/problems/0/code").asText()).isEqualTo("audit-record-missing");

    trail = TrailFolder.empty(folder.resolve("empty"));
    assertThat(ReportCase.violations(schema, json(report(Trust.none())))).isEmpty();
  }

  private VerificationReport report(Trust trust) {
    Verification verification =
        new TrailVerifier(new FolderFiles(trail.path(), "trail"), trust).verify();
    return new VerificationReport("trail", verification);
  }

  private static String text(VerificationReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    report.text(out, false);
    return out.toString();
  }

  private static JsonNode json(VerificationReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    report.json(out);
    return new ObjectMapper().readTree(out.toString());
  }
}
