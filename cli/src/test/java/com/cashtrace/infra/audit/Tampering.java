package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** What somebody may do to the files of a trail who can write to the bucket. */
final class Tampering {

  private Tampering() {}

  /** Changes a text in a file. */
  static void edit(MemoryStore store, String name, String from, String to) {
    String text = new String(store.files.get(name), UTF_8);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(name + " has no " + from);
    }
    store.files.put(name, text.replace(from, to).getBytes(UTF_8));
  }

  /** A record that would come next, signed by any key. */
  static byte[] signedBy(HeadSigner signer, MemoryStore store, String mark) {
    Position end = end(store);
    return sealer(signer).record(Samples.entry(mark), "0".repeat(32), end).file().bytes();
  }

  /**
   * Changes a record and links and numbers all later ones anew, as the holder of a key can; the
   * head follows.
   */
  static void rewrite(
      MemoryStore store, long from, HeadSigner signer, UnaryOperator<Entry> change) {
    TrailJson json = new TrailJson();
    Position end = new Position(null, null);
    try {
      for (long number = 1; store.files.containsKey(TrailNames.record(number)); number++) {
        String name = TrailNames.record(number);
        SealedRecord record = SealedRecord.read(store.files.get(name), json);
        if (number >= from) {
          Entry entry = record.record().entry();
          record =
              sealer(signer)
                  .record(number == from ? change.apply(entry) : entry, "0".repeat(32), end);
          store.files.put(name, record.file().bytes());
        }
        byte[] head = sealer(signer).head(record);
        end = new Position(json.head(SignedFile.read(head).text()), null);
        store.files.put(TrailNames.HEAD, head);
      }
    } catch (Malformed e) {
      throw new IllegalStateException(e);
    }
  }

  private static Position end(MemoryStore store) {
    try {
      byte[] head = store.files.get(TrailNames.HEAD);
      return new Position(new TrailJson().head(SignedFile.read(head).text()), null);
    } catch (Malformed e) {
      throw new IllegalStateException(e);
    }
  }

  private static Sealer sealer(HeadSigner signer) {
    return new Sealer(
        "staging", signer, () -> Instant.parse("2026-11-23T07:00:00Z"), new TrailJson());
  }
}
