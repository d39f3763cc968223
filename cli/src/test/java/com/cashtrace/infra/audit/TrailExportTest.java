package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailExportTest {

  private static final int RECORDS = 5;

  @TempDir private Path folder;
  private final MemoryStore store = Samples.store(RECORDS);

  @Test
  void holdsTheTrailByteByByteAndVerifiesByItself() throws IOException {
    Path zip = write(export(store));

    try (ZipFiles files = ZipFiles.open(zip, "trail.zip")) {
      Verification verification = Samples.verify(files);
      assertThat(verification.problems()).isEmpty();
      assertThat(verification.records()).isEqualTo(RECORDS);
      assertThat(verification.head()).isEqualTo(Samples.verify(store).head());
      store.files.forEach(
          (name, bytes) -> assertThat(files.read(name).orElseThrow()).isEqualTo(bytes));
    }
  }

  @Test
  void givesTheSameBytesForTheSameTrailFromWhereverItIsRead() throws IOException {
    byte[] first = export(store);
    byte[] again = export(new MemoryStore(store.files));
    byte[] fromFolder = export(new FolderFiles(unpacked(store), "trail"));
    byte[] fromZip;
    try (ZipFiles files = ZipFiles.open(write(first), "trail.zip")) {
      fromZip = export(files);
    }

    assertThat(again).isEqualTo(first);
    assertThat(fromFolder).isEqualTo(first);
    assertThat(fromZip).isEqualTo(first);
  }

  @Test
  void exportsATrailThatWasTamperedWithAsItIs() throws IOException {
    Tampering.edit(store, TrailNames.record(2), "number 2", "number 9");
    store.files.put("records/copy.jsonl", new byte[0]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    List<Problem> omitted = new TrailExport(store).write(out);

    assertThat(omitted).extracting(Problem::code).containsExactly("audit-file-foreign");
    try (ZipFiles files = ZipFiles.open(write(out.toByteArray()), "trail.zip")) {
      assertThat(Samples.verify(files).problems())
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem.location())
                      .hasToString("trail.zip!/records/0000000002.jsonl"));
    }
  }

  @Test
  void writesAPlainZipWithoutTimesThatAnyProgramReads() throws IOException {
    try (ZipFile zip = new ZipFile(write(export(store)).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .startsWith("README.txt", "head.jsonl", "public-key.pem", "records/0000000001.jsonl")
          .hasSize(RECORDS + 3);
      assertThat(zip.stream())
          .allSatisfy(
              entry -> {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
              });
    }
  }

  @Test
  void verifiesAFolderAndAZipThatSomebodyPackedByHand() throws IOException {
    Map<String, byte[]> entries = Map.copyOf(store.files);

    assertThat(Samples.verify(new FolderFiles(unpacked(store), "trail")).problems()).isEmpty();
    try (ZipFiles files = ZipFiles.open(write(pack(entries, "records/")), "trail.zip")) {
      assertThat(Samples.verify(files).problems()).isEmpty();
    }
  }

  @Test
  void namesTheFileOfAProblemAsTheUserWouldTypeIt() throws IOException {
    Path copy = unpacked(store);
    Files.delete(copy.resolve("records/0000000003.jsonl"));

    for (String shown : new String[] {"trail", "trail/"}) {
      assertThat(Samples.verify(new FolderFiles(copy, shown)).problems())
          .singleElement()
          .extracting(Problem::location)
          .hasToString("trail/records/0000000003.jsonl");
    }
  }

  @Test
  void unpacksNothingSoThatNoNameLeadsOutOfAFolder() throws IOException {
    byte[] record = store.files.get(TrailNames.record(1));
    Map<String, byte[]> entries = new TreeMap<>(store.files);
    entries.put("../../escaped.jsonl", record);
    entries.put("/absolute.jsonl", record);
    entries.put("records/../../up.jsonl", record);

    try (ZipFiles files = ZipFiles.open(write(pack(entries)), "trail.zip")) {
      assertThat(Samples.verify(files).problems())
          .extracting(Problem::code)
          .containsExactly("audit-file-foreign", "audit-file-foreign", "audit-file-foreign");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void readsOnlyTheBeginningOfWhatUnpacksToMoreThanARecord() throws IOException {
    byte[] bomb = new byte[200 << 20];
    Map<String, byte[]> entries = new TreeMap<>(store.files);
    entries.put(TrailNames.record(3), bomb);
    entries.put(TrailNames.HEAD, bomb);
    entries.put(TrailNames.KEY, store.files.get(TrailNames.KEY));
    byte[] packed = pack(entries);
    assertThat(packed.length).isLessThan(1 << 20);

    try (ZipFiles files = ZipFiles.open(write(packed), "trail.zip")) {
      assertThat(files.read(TrailNames.record(3)).orElseThrow()).hasSize(SignedFile.LARGEST + 1);
      assertThat(Samples.verify(files).problems())
          .extracting(Problem::message)
          .filteredOn(message -> message.contains("longer than 65536 bytes"))
          .hasSize(2);
    }
  }

  @Test
  void findsAnEntryThatIsThereTwice() throws IOException {
    byte[] packed = pack(Map.copyOf(store.files), "records/0000000003.jsonX");
    // no library writes a name twice
    String text = new String(packed, ISO_8859_1).replace("3.jsonX", "3.jsonl");

    try (ZipFiles files = ZipFiles.open(write(text.getBytes(ISO_8859_1)), "trail.zip")) {
      assertThat(Samples.verify(files).problems())
          .extracting(Problem::code)
          .contains("audit-record-forked");
    }
  }

  @Test
  void tellsWhatIsNoZip() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");

    assertThatThrownBy(() -> ZipFiles.open(text, "text.zip"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("not a zip file");
  }

  private Path unpacked(MemoryStore trail) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy/records")).getParent();
    for (Map.Entry<String, byte[]> file : trail.files.entrySet()) {
      Files.write(copy.resolve(file.getKey()), file.getValue());
    }
    return copy;
  }

  private Path write(byte[] zip) throws IOException {
    return Files.write(folder.resolve("trail.zip"), zip);
  }

  private static byte[] export(TrailFiles files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(new TrailExport(files).write(out)).isEmpty();
    return out.toByteArray();
  }

  /** Compressed, as tools do it by themselves; names without content are folders. */
  private static byte[] pack(Map<String, byte[]> entries, String... more) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
      for (String name : more) {
        zip.putNextEntry(new ZipEntry(name));
      }
    }
    return out.toByteArray();
  }
}
