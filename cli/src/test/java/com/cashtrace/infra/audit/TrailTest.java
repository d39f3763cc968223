package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrailTest {

  private final MemoryStore store = new MemoryStore();
  private final Trail trail = Samples.trail(store);

  @Test
  void chainsEveryKindOfRecordAndVerifies() throws Malformed {
    for (Entry entry : Samples.entries()) {
      trail.append(entry);
    }

    Verification verification = Samples.verify(store);
    assertThat(verification.problems()).isEmpty();
    assertThat(verification.records()).isEqualTo(Samples.entries().size());
    for (int i = 0; i < Samples.entries().size(); i++) {
      assertThat(record(i + 1).entry()).isEqualTo(Samples.entries().get(i));
    }
  }

  @Test
  void namesTheDigestOfTheFileBefore() throws Malformed {
    Receipt first = trail.append(Samples.entry("first"));
    Receipt second = trail.append(Samples.entry("second"));

    assertThat(record(1).previous()).isEqualTo("0".repeat(64));
    assertThat(record(2).previous()).isEqualTo(first.digest());
    assertThat(first.digest())
        .isEqualTo(Digests.sha256(store.files.get("records/0000000001.jsonl")));
    assertThat(trail.head().orElseThrow().sequence()).isEqualTo(2);
    assertThat(trail.head().orElseThrow().digest()).isEqualTo(second.digest());
    assertThat(second).hasToString("2:" + second.digest());
  }

  @Test
  void writesARecordAsOneLineOfCanonicalJsonAndOneWithItsSignature() {
    trail.append(Samples.entry("first"));

    List<String> lines = new String(store.files.get(TrailNames.record(1)), UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("{\"details\":{\"plan\":\"555")
        .contains("\"environment\":\"staging\",\"formatVersion\":1,")
        .contains("\"kind\":\"approval\"")
        .contains("\"sequence\":1,\"time\":\"2026-11-22T06:00:00.500Z\"}");
    assertThat(lines.get(1)).matches("\\{\"signature\":\"[A-Za-z0-9+/]+={0,2}\"}");
  }

  @Test
  void adoptsTheRecordOfAWriterThatWasKilledBeforeItMovedTheHead() {
    trail.append(Samples.entry("first"));
    byte[] head = store.files.get(TrailNames.HEAD);
    trail.append(Samples.entry("killed"));
    store.files.put(TrailNames.HEAD, head);
    assertThat(Samples.verify(store).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("audit-record-unsealed"))
        .satisfies(problem -> assertThat(problem.isError()).isFalse());

    Receipt next = trail.append(Samples.entry("next"));

    assertThat(next.sequence()).isEqualTo(3);
    assertThat(Samples.verify(store).problems()).isEmpty();
  }

  @Test
  void adoptsNoRecordThatWasPutThereWithoutTheKey() {
    trail.append(Samples.entry("first"));
    MemoryStore other = new MemoryStore(store.files);
    var thief = Samples.trail(other, new LocalSigner(LocalSigner.create().pair()));
    assertThatThrownBy(() -> thief.append(Samples.entry("forged")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("fingerprint");

    byte[] forged = Tampering.signedBy(LocalSigner.create(), store, "forged");
    store.files.put(TrailNames.record(2), forged);

    assertThatThrownBy(() -> trail.append(Samples.entry("next")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("not what its writer signed");
    assertThat(store.files.get(TrailNames.record(2))).isEqualTo(forged);
    assertThat(trail.head().orElseThrow().sequence()).isEqualTo(1);
  }

  @Test
  void adoptsNoRecordOfAnotherPlaceEnvironmentOrForm() {
    MemoryStore other = new MemoryStore();
    new Trail("production", other, Samples.SIGNER, java.time.Instant::now)
        .append(Samples.entry("first"));
    trail.append(Samples.entry("first"));

    for (byte[] planted :
        List.of(
            store.files.get(TrailNames.record(1)),
            other.files.get(TrailNames.record(1)),
            "{}\n".getBytes(UTF_8))) {
      store.files.put(TrailNames.record(2), planted);
      assertThatThrownBy(() -> trail.append(Samples.entry("next")))
          .isInstanceOf(FailureException.class);
    }
  }

  @Test
  void writesNothingBehindAHeadThatWasPutBackOrRemoved() {
    trail.append(Samples.entry("first"));
    byte[] old = store.files.get(TrailNames.HEAD);
    IntStream.range(0, 3).forEach(i -> trail.append(Samples.entry("more")));
    store.files.put(TrailNames.HEAD, old);
    int files = store.files.size();

    assertThatThrownBy(() -> trail.append(Samples.entry("next")))
        .hasMessageContaining("there are records far behind it");
    store.files.remove(TrailNames.HEAD);
    assertThatThrownBy(() -> trail.append(Samples.entry("next")))
        .hasMessageContaining("there are records far behind it");
    assertThat(store.files).hasSize(files - 1);
  }

  @Test
  void writesNothingBehindAForgedHead() {
    trail.append(Samples.entry("first"));
    Tampering.edit(store, TrailNames.HEAD, "\"sequence\":1", "\"sequence\":7");

    assertThatThrownBy(() -> trail.append(Samples.entry("next"))).hasMessageContaining("signed");
    assertThatThrownBy(trail::head).hasMessageContaining("signed");
  }

  @Test
  void refusesAKeyThatIsNotTheOneBesideTheRecords() {
    store.files.put(TrailNames.KEY, LocalSigner.create().publicKey().pem().getBytes(UTF_8));

    assertThatThrownBy(() -> trail.append(Samples.entry("first")))
        .hasMessageContaining("fingerprint");
  }

  @Test
  void refusesWhatCouldNotBeReadAgain() {
    assertThatThrownBy(() -> trail.append(Samples.entry("\ud83d half")))
        .hasMessageContaining("surrogate");
    assertThatThrownBy(() -> trail.append(Samples.entry("x".repeat(70_000))))
        .hasMessageContaining("longer than 65536 bytes");
    assertThat(store.files).containsOnlyKeys(TrailNames.KEY);
  }

  private AuditRecord record(int number) throws Malformed {
    return SealedRecord.read(store.files.get(TrailNames.record(number)), new TrailJson()).record();
  }
}
