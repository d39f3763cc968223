package com.cashtrace.infra.audit;

import com.cashtrace.infra.file.Digests;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of a record, read as far as the chain needs it.
 *
 * @param name of the file
 * @param digest SHA-256 of the file as it is
 * @param content what it holds; null where that is no record
 * @param cause why it is no record; null where it is one
 */
record Loaded(String name, String digest, @Nullable Content content, @Nullable Malformed cause) {

  /** A record by its place in the chain and its signature. */
  record Content(Link link, SignedFile file) {}

  static Loaded of(String name, Optional<byte[]> bytes, Canonical canonical) {
    if (bytes.isEmpty()) {
      return new Loaded(name, "", null, new Malformed("it is gone while it is read"));
    }
    String digest = Digests.sha256(bytes.get());
    try {
      SignedFile file = SignedFile.read(bytes.get());
      return new Loaded(name, digest, new Content(Link.read(file.text(), canonical), file), null);
    } catch (Malformed e) {
      return new Loaded(name, digest, null, e);
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
