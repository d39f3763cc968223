package com.cashtrace.infra.audit;

import com.cashtrace.infra.file.Digests;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of a record, read.
 *
 * @param name of the file
 * @param digest SHA-256 of the file as it is
 * @param sealed what it holds; null where that is no record
 * @param cause why it is no record
 */
record Loaded(
    String name, String digest, @Nullable SealedRecord sealed, @Nullable Malformed cause) {

  static Loaded of(String name, Optional<byte[]> bytes, TrailJson json) {
    if (bytes.isEmpty()) {
      return new Loaded(name, "", null, new Malformed("it is gone while it is read"));
    }
    try {
      SealedRecord sealed = SealedRecord.read(bytes.get(), json);
      return new Loaded(name, sealed.digest(), sealed, null);
    } catch (Malformed e) {
      return new Loaded(name, Digests.sha256(bytes.get()), null, e);
    }
  }

  /** Why it is no record. */
  Malformed reason() {
    return cause == null ? new Malformed("it cannot be read") : cause;
  }

  /** The number that the name stands for. */
  long number() {
    return TrailNames.sequence(name).orElseThrow();
  }
}
