package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.audit.TrailFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCommandTest {

  @TempDir private Path folder;
  private TrailFolder trail;

  @BeforeEach
  void writeTrail() throws IOException {
    trail = TrailFolder.in(folder.resolve("trail"));
  }

  @Test
  void verifiesAFolder() {
    CommandRun run = run("audit", "verify", "./trail", "--fingerprint", trail.fingerprint());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("./trail: 10 records, whole\n  ends with 10:");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void exitsWith3WhereAFolderWasTamperedWith() throws IOException {
    edit(trail.record(3), "reviewed", "rejected");

    CommandRun run = run("audit", "verify", "./trail");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .startsWith("./trail/records/0000000003.jsonl: error[audit-record-changed]: this record");
    assertThat(run("audit", "verify", "./trail", "--format", "json").exitCode()).isEqualTo(3);
  }

  @Test
  void takesTheKeyAndTheEndFromElsewhere() throws IOException {
    String end = trail.end().toString();
    Files.copy(trail.path().resolve("public-key.pem"), folder.resolve("key.pem"));

    assertThat(
            run("audit", "verify", "./trail", "--public-key", "key.pem", "--contains", end)
                .exitCode())
        .isZero();
    assertThat(run("audit", "verify", "./trail", "--fingerprint", "0".repeat(64)).out())
        .contains("error[audit-key-differs]");
    assertThat(run("audit", "verify", "./trail", "--contains", "7:" + "0".repeat(64)).out())
        .contains("error[audit-record-replaced]");
  }

  @Test
  void showsTheNewestRecordsFirst() {
    CommandRun run = run("audit", "show", "./trail", "--limit", "2");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out()).startsWith("    10  2026-11-22T06:00:00Z  destroy  alice  plan 5555");
    assertThat(run("audit", "show", "./trail", "--kind", "waiver-use").out()).contains("     4  ");
    assertThat(run("audit", "show", "./trail", "--since", "2026-11-23").out())
        .isEqualTo("no such records\n");
    assertThat(run("audit", "show", "./trail", "--since", "2026-11-22").out().lines()).hasSize(10);
    assertThat(run("audit", "show", "./trail", "--format", "json").out())
        .startsWith("{\n  \"formatVersion\": 1,\n  \"records\": [\n    {");
  }

  @Test
  void showsNoTrailThatWasTamperedWith() throws IOException {
    edit(trail.record(10), "begun", "ended");

    CommandRun run = run("audit", "show", "./trail");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("./trail/records/0000000010.jsonl: error[audit-record-changed]");
  }

  @Test
  void exportsAZipThatVerifies() throws IOException {
    CommandRun export = run("audit", "export", "./trail", "--out", "trail.zip");
    byte[] first = Files.readAllBytes(folder.resolve("trail.zip"));

    assertThat(export.err()).isEmpty();
    assertThat(export.out()).startsWith("trail.zip: 10 records, whole\n");
    assertThat(run("audit", "verify", "trail.zip").out()).isEqualTo(export.out());
    assertThat(run("audit", "show", "trail.zip").out().lines()).hasSize(10);
    assertThat(run("audit", "export", "trail.zip", "--out", "trail.zip").exitCode()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("trail.zip"))).isEqualTo(first);
  }

  @Test
  void exportsWhatWasTamperedWithAndSaysSo() throws IOException {
    edit(trail.record(3), "reviewed", "rejected");
    Files.writeString(trail.path().resolve("note.txt"), "x");

    CommandRun run = run("audit", "export", "./trail", "--out", "out/trail.zip");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("./trail/note.txt: error[audit-file-foreign]")
        .contains("out/trail.zip!/records/0000000003.jsonl: error[audit-record-changed]");
    assertThat(folder.resolve("out/trail.zip")).exists();
  }

  @Test
  void tellsThatThereIsNoSuchTrail() {
    CommandRun run = run("audit", "verify", "./other");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("./other: error[audit-trail-missing]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit",
        "audit verify",
        "audit verify ./trail --fingerprint 12",
        "audit verify ./trail --contains 7",
        "audit verify ./trail --public-key trail/head.jsonl",
        "audit show ./trail --limit 0",
        "audit show ./trail --kind aply",
        "audit show ./trail --since yesterday",
        "audit show ./trail --format csv",
        "audit export ./trail"
      })
  void endsWith64WhenTheCommandLineIsWrong(String line) {
    CommandRun run = run(line.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error[usage]: ");
  }

  private CommandRun run(String... words) {
    return CommandRun.in(folder, words);
  }

  private static void edit(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replace(from, to));
  }
}
