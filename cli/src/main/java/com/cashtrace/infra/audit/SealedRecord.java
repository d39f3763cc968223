package com.cashtrace.infra.audit;

import com.cashtrace.infra.file.Digests;

/**
 * A record in its file.
 *
 * @param record what it says
 * @param file its text and its writer's signature
 * @param digest SHA-256 of the file, which the next record and the head name
 */
record SealedRecord(AuditRecord record, SignedFile file, String digest) {

  /** Reads a file; its signature and its place in the chain are for others to check. */
  static SealedRecord read(byte[] bytes, TrailJson json) throws Malformed {
    SignedFile file = SignedFile.read(bytes);
    return new SealedRecord(json.record(file.text()), file, Digests.sha256(bytes));
  }

  long sequence() {
    return record.sequence();
  }
}
