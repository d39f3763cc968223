package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.audit.TrailFolder;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that take evidence from a copy of an audit trail, which needs no AWS. */
class ResidencyReportTrailCommandTest {

  private static final Path STATE =
      GeneratedFile.repository()
          .resolve("cli/src/test/resources/report/residency/from/state-foreign.json");

  @TempDir Path folder;
  private TrailFolder trail;

  @BeforeEach
  void writeTrail() throws IOException {
    trail = TrailFolder.in(folder.resolve("trail"));
  }

  private CommandRun report(String... words) {
    List<String> line = new ArrayList<>(List.of("residency-report"));
    line.addAll(List.of(words));
    line.addAll(List.of("--directory", GeneratedFile.repository().toString()));
    return CommandRun.in(folder, line.toArray(String[]::new));
  }

  @Test
  void tellsInEachFormWhatTheTrailShows() throws IOException {
    CommandRun json = report("staging", "--trail", "trail", "--format", "json");
    assertThat(json.exitCode()).as(json.err()).isZero();
    JsonNode document = new ObjectMapper().readTree(json.out());
    assertThat(ReportSchema.violations("residency-report", document)).isEmpty();
    JsonNode told = document.at("/chapters/0/evidence/trail");
    assertThat(told.path("intact").asBoolean()).isTrue();
    assertThat(told.at("/end/digest").asText()).isEqualTo(trail.end().digest());
    assertThat(told.at("/lastApply/verdict").asText()).isEqualTo("refused");
    assertThat(told.at("/lastApply/approvals/0/by").asText()).isEqualTo("alice");
    assertThat(told.path("standing").asText()).isEqualTo("not-compared");

    String digest = trail.end().digest();
    assertThat(report("staging", "--trail", "trail").out())
        .contains("\n  audit trail: 10 records, verifies; of the state: not compared\n");
    assertThat(report("staging", "--trail", "trail", "--format", "html").out())
        .contains(digest, "by alice at 2026-11-22T06:00:00.500Z, version &#39;v-1&#39; (record 8)");
    assertThat(report("staging", "--trail", "trail", "--format", "markdown").out())
        .contains(digest, "Last apply", "(record 6); approved by alice at");
    assertThat(report("staging", "--trail", "trail", "--format", "oscal").out())
        .contains(digest, "\"name\": \"last-apply-plan-sha256\"");
    assertThat(report("staging", "--trail", "trail", "--format", "csv").out())
        .isEqualTo(report("staging", "--format", "csv").out());
  }

  @Test
  void takesAnExportAndWhatIsKnownOfItFromElsewhere() {
    CommandRun export = CommandRun.in(folder, "audit", "export", "./trail", "--out", "trail.zip");
    assertThat(export.exitCode()).as(export.err()).isZero();

    CommandRun zip =
        report("staging", "--trail", "trail.zip", "--fingerprint", trail.fingerprint());
    CommandRun foreign = report("staging", "--trail", "trail.zip", "--fingerprint", "0".repeat(64));

    assertThat(zip.exitCode()).as(zip.out()).isZero();
    assertThat(zip.out()).contains("audit trail: 10 records, verifies");
    assertThat(foreign.exitCode()).isEqualTo(3);
    assertThat(foreign.out()).contains("error[audit-key-differs]: trail.zip");
  }

  @Test
  void findsATrailThatDoesNotVerifyAndUsesNothingOfIt() throws IOException {
    Path record = trail.record(8);
    Files.writeString(record, Files.readString(record).replace("v-1", "v-2"));

    CommandRun text = report("staging", "--trail", "trail");
    CommandRun html = report("staging", "--trail", "trail", "--format", "html");

    assertThat(text.exitCode()).isEqualTo(3);
    assertThat(text.out())
        .contains("audit trail: 10 records, does not verify")
        .contains("error[trail-not-verified]: the audit trail 'trail' does not verify")
        .contains("error[audit-record-changed]: trail/records/0000000008.jsonl: ");
    assertThat(html.exitCode()).isEqualTo(3);
    assertThat(html.out()).doesNotContain("alice", "v-2").contains("no record of it is used");
  }

  @Test
  void isOfTheEnvironmentThatTheReportIsAbout() {
    CommandRun run = report("production", "--trail", "trail");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("error[audit-other-environment]");
  }

  @Test
  void goesWithAStateInJsonWhoseSerialNobodyKnows() throws IOException {
    Files.copy(STATE, folder.resolve("state.json"));

    CommandRun run = report("--from", "state", "--input", "state.json", "--trail", "trail");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("audit trail: 10 records, verifies; of the state: not compared");
  }

  @Test
  void givesTheSameBytesAgainAndIsComparedLikeAnyReport() {
    String[] words = {"staging", "--trail", "trail", "--format", "json", "--out", "a.json"};
    String first = report("staging", "--trail", "trail", "--format", "json").out();
    assertThat(report("staging", "--trail", "trail", "--format", "json").out()).isEqualTo(first);
    assertThat(report(words).exitCode()).isZero();

    CommandRun diff = report("diff", "a.json", "staging");

    assertThat(diff.exitCode()).as(diff.err()).isZero();
    assertThat(diff.out()).isEqualTo("nothing moved between a.json and staging\n");
  }

  @Test
  void refusesCombinationsThatMakeNoSense() {
    assertUsage("a trail is of one environment: name it", "--trail", "trail");
    assertUsage("a trail is of one environment", "staging", "production", "--trail", "trail");
    assertUsage(
        "--public-key, --fingerprint and --contains go with --trail",
        "staging",
        "--fingerprint",
        "0".repeat(64));
    assertUsage("--from state needs ENV, or --input FILE", "--from", "state");
    assertUsage("a state is of one environment", "staging", "production", "--from", "state");
    assertUsage(
        "--trail goes with --input: a live state comes with its own trail",
        "staging",
        "--from",
        "state",
        "--trail",
        "trail");
    CommandRun missing = report("staging", "--trail", "nowhere.zip");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).contains("nowhere.zip: error[audit-trail-missing]");
  }

  private void assertUsage(String message, String... words) {
    CommandRun run = report(words);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(64);
    assertThat(run.err()).contains(message);
  }
}
