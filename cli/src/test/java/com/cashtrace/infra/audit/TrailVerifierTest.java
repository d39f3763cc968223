package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailVerifierTest {

  private static final int RECORDS = 6;

  private final MemoryStore store = new MemoryStore(Samples.store(RECORDS).files);

  @Test
  void findsNothingInATrailAsItWasWritten() {
    Verification verification = Samples.verify(store);

    assertThat(verification.problems()).isEmpty();
    assertThat(verification.isIntact()).isTrue();
    assertThat(verification.records()).isEqualTo(RECORDS);
    assertThat(verification.head().orElseThrow().sequence()).isEqualTo(RECORDS);
    assertThat(verification.keyKnown()).isFalse();
    assertThat(verification.fingerprint()).contains(Samples.SIGNER.publicKey().fingerprint());
  }

  @Test
  void findsAnEdit() {
    Tampering.edit(store, TrailNames.record(3), "number 3", "number 9");

    assertFound("audit-record-changed", "memory/records/0000000003.jsonl");
  }

  @Test
  void findsAnEditOfTheFirstAndOfTheLastRecord() {
    Tampering.edit(store, TrailNames.record(1), "number 1", "number 9");
    assertFound("audit-record-changed", "memory/records/0000000001.jsonl");

    MemoryStore other = Samples.store(RECORDS);
    Tampering.edit(other, TrailNames.record(RECORDS), "number 6", "number 9");
    assertFound(other, "audit-record-changed", "memory/records/0000000006.jsonl");
  }

  @Test
  void findsAnEditOfALink() {
    Tampering.edit(store, TrailNames.record(4), "\"previous\":\"", "\"previous\":\"0");

    assertFound("audit-record-changed", "memory/records/0000000004.jsonl");
  }

  @Test
  void findsTwoRecordsThatChangedPlaces() {
    byte[] third = store.files.get(TrailNames.record(3));
    store.files.put(TrailNames.record(3), store.files.get(TrailNames.record(4)));
    store.files.put(TrailNames.record(4), third);

    assertThat(Samples.verify(store).problems())
        .filteredOn(problem -> problem.code().equals("audit-record-misplaced"))
        .extracting(TrailVerifierTest::place)
        .containsExactly("memory/records/0000000003.jsonl", "memory/records/0000000004.jsonl");
  }

  @Test
  void findsRemovedRecordsAndTellsThemTogether() {
    store.files.remove(TrailNames.record(2));
    store.files.remove(TrailNames.record(3));

    assertThat(Samples.verify(store).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("audit-record-missing");
              assertThat(problem.message()).isEqualTo("records 2 to 3 are missing");
            });
  }

  @Test
  void findsThatTheFirstRecordsAreGone() {
    store.files.remove(TrailNames.record(1));

    assertFound("audit-record-missing", "memory/records/0000000001.jsonl");
  }

  @Test
  void findsARemovalThatTheNumbersHide() {
    for (int number = 3; number < RECORDS; number++) {
      store.files.put(TrailNames.record(number), store.files.get(TrailNames.record(number + 1)));
    }
    store.files.remove(TrailNames.record(RECORDS));

    assertThat(Samples.verify(store).problems())
        .extracting(Problem::code)
        .contains("audit-record-misplaced", "audit-tail-cut");
  }

  @Test
  void findsACutTailByTheHead() {
    store.files.remove(TrailNames.record(RECORDS));
    assertFound("audit-tail-cut", "memory/head.jsonl");

    Tampering.edit(store, TrailNames.HEAD, "\"sequence\":6", "\"sequence\":5");
    assertThat(Samples.verify(store).problems())
        .extracting(Problem::code)
        .contains("audit-head-forged");
  }

  @Test
  void findsARewriteThatLinksEveryRecordAnew() {
    Tampering.rewrite(store, 2, LocalSigner.create(), entry -> Samples.entry("other"));

    assertThat(Samples.verify(store).problems())
        .extracting(Problem::code)
        .contains("audit-key-differs");
  }

  @Test
  void findsARewriteWithItsOwnKeyOnlyIfTheKeyIsKnownFromElsewhere() {
    LocalSigner thief = LocalSigner.create();
    Tampering.rewrite(store, 1, thief, entry -> Samples.entry("other"));
    store.files.put(TrailNames.KEY, thief.publicKey().pem().getBytes(UTF_8));
    String known = Samples.SIGNER.publicKey().fingerprint();

    assertThat(Samples.verify(store).isIntact()).isTrue();
    Trust fingerprint =
        new Trust(Optional.empty(), Optional.empty(), Optional.of(known), Optional.empty());
    assertThat(new TrailVerifier(store, fingerprint).verify().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("audit-key-differs"));
    Trust key =
        new Trust(
            Optional.empty(),
            Optional.of(Samples.SIGNER.publicKey()),
            Optional.empty(),
            Optional.empty());
    assertThat(new TrailVerifier(store, key).verify().isIntact()).isFalse();
  }

  @Test
  void findsARewriteByAHolderOfTheKeyIfARecordWasNoted() {
    String digest = Samples.verify(store).head().orElseThrow().digest();
    Receipt noted = new Receipt(RECORDS, digest);
    assertThat(withNoted(noted).problems()).isEmpty();
    Tampering.rewrite(store, 2, Samples.SIGNER, entry -> Samples.entry("other"));

    assertThat(Samples.verify(store).isIntact()).isTrue();
    assertThat(withNoted(noted).problems())
        .extracting(Problem::code)
        .containsExactly("audit-record-replaced");
  }

  @Test
  void findsThatRecordsAndHeadWerePutBackIfARecordWasNoted() {
    MemoryStore older = Samples.store(2);
    Verification found =
        new TrailVerifier(older, trust(new Receipt(RECORDS, "a".repeat(64)))).verify();

    assertThat(found.problems()).extracting(Problem::code).containsExactly("audit-tail-cut");
  }

  @Test
  void findsAForkedRecordAndForeignNames() {
    byte[] fork = store.files.get(TrailNames.record(3));
    for (String name :
        new String[] {
          "records/0000000003-1.jsonl", "records/3.jsonl", "records/0000000000.jsonl", "notes.txt"
        }) {
      store.files.put(name, fork);
      assertFound("audit-file-foreign", "memory/" + name);
      store.files.remove(name);
    }
  }

  @Test
  void findsAForkThatAHolderOfTheKeyMade() {
    Tampering.rewrite(store, 4, Samples.SIGNER, entry -> Samples.entry("other"));
    MemoryStore original = new MemoryStore(Samples.store(1).files);
    original.files.putAll(store.files);
    byte[] forked = store.files.get(TrailNames.record(4));
    MemoryStore trail = Samples.store(RECORDS);
    trail.files.put(TrailNames.record(4), forked);

    assertThat(Samples.verify(trail).problems())
        .extracting(Problem::code)
        .containsExactly("audit-chain-broken", "audit-chain-broken");
  }

  @Test
  void findsRecordsBehindTheHead() {
    byte[] head = Samples.store(2).files.get(TrailNames.HEAD);
    store.files.put(TrailNames.HEAD, head);

    assertThat(Samples.verify(store).problems())
        .extracting(Problem::code)
        .contains("audit-head-behind");
    store.files.remove(TrailNames.HEAD);
    assertFound("audit-head-missing", "memory/head.jsonl");
  }

  @Test
  void findsARecordBehindTheHeadThatNobodyWithTheKeyWrote() {
    byte[] forged = Tampering.signedBy(LocalSigner.create(), store, "forged");
    store.files.put(TrailNames.record(RECORDS + 1), forged);

    assertFound("audit-record-changed", "memory/records/0000000007.jsonl");
  }

  @Test
  void findsThatEverythingIsGone() {
    store.files.clear();

    assertFound("audit-trail-missing", "memory/");
  }

  @Test
  void findsThatTheKeyIsGoneOrIsNone() {
    store.files.remove(TrailNames.KEY);
    assertFound("audit-key-missing", "memory/public-key.pem");
    store.files.put(TrailNames.KEY, "-----BEGIN PUBLIC KEY-----".getBytes(UTF_8));
    assertFound("audit-file-malformed", "memory/public-key.pem");
  }

  @Test
  void findsTheTrailOfAnotherEnvironment() {
    Trust production =
        new Trust(Optional.of("production"), Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(new TrailVerifier(store, production).verify().problems())
        .hasSize(RECORDS + 1)
        .extracting(Problem::code)
        .containsOnly("audit-other-environment");
  }

  @Test
  void countsWhatNobodyWouldReadAnyMore() {
    for (int i = 0; i < 250; i++) {
      store.files.put("junk-" + i, new byte[0]);
    }

    Verification verification = Samples.verify(store);
    assertThat(verification.problems()).hasSize(20);
    assertThat(verification.omitted()).isEqualTo(230);
    assertThat(verification.isIntact()).isFalse();
  }

  private Verification withNoted(Receipt noted) {
    return new TrailVerifier(store, trust(noted)).verify();
  }

  private static Trust trust(Receipt noted) {
    return new Trust(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(noted));
  }

  private void assertFound(String code, String place) {
    assertFound(store, code, place);
  }

  private static void assertFound(MemoryStore store, String code, String place) {
    assertThat(Samples.verify(store).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(place(problem)).isEqualTo(place);
              assertThat(problem.isError()).isTrue();
            });
  }

  private static String place(Problem problem) {
    return String.valueOf(problem.location());
  }
}
