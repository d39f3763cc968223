package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Does by hand, with openssl and sha256sum, what the README of an export tells. */
@Timeout(60)
class ExportByHandIT {

  @TempDir private Path folder;
  private final MemoryStore store = Samples.store(4);

  @Test
  void verifiesAWholeTrail() throws Exception {
    assertThat(byHand())
        .isEqualTo(Samples.SIGNER.publicKey().fingerprint() + "  -\nVerified OK\nwhole\n");
  }

  @Test
  void findsAnEditedRecord() throws Exception {
    Tampering.edit(store, TrailNames.record(2), "number 2", "number 9");

    assertThat(byHand()).contains("Verified OK\n", "records/0000000003.jsonl does not follow\n");
  }

  @Test
  void findsACutTailAndAForgedHead() throws Exception {
    store.files.remove(TrailNames.record(4));
    assertThat(byHand()).contains("Verified OK\n").doesNotContain("whole");

    Tampering.edit(store, TrailNames.HEAD, "\"sequence\":4", "\"sequence\":3");
    assertThat(byHand()).doesNotContain("Verified OK");
  }

  /** Runs the indented lines of the README, without the one that runs this program. */
  private String byHand() throws IOException, InterruptedException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    new TrailExport(store).write(zip);
    Path file = Files.write(folder.resolve("trail.zip"), zip.toByteArray());
    Path copy = Files.createTempDirectory(folder, "unpacked");
    String commands;
    try (ZipFiles files = ZipFiles.open(file, "trail.zip")) {
      for (String name : files.names()) {
        Path target = copy.resolve(name);
        Files.createDirectories(target.getParent());
        Files.write(target, files.read(name).orElseThrow());
      }
      commands =
          new String(files.read("README.txt").orElseThrow(), UTF_8)
              .lines()
              .filter(line -> line.startsWith("    "))
              .filter(line -> !line.contains("cashtrace-infra audit verify"))
              .collect(Collectors.joining("\n"));
    }
    var builder = new ProcessBuilder("bash", "-c", commands).directory(copy.toFile());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
    builder.environment().putAll(Map.of("LC_ALL", "C"));
    assertThat(builder.start().waitFor()).isBetween(0, 1);
    return Files.readString(folder.resolve("said"));
  }
}
