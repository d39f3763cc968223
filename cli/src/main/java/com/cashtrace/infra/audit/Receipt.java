package com.cashtrace.infra.audit;

/**
 * What a writer gets for a record that is in the trail. Kept elsewhere, it proves later that the
 * trail still holds the record: {@code audit verify --contains SEQUENCE:DIGEST}.
 *
 * @param sequence the record's number
 * @param digest SHA-256 of its file
 */
public record Receipt(long sequence, String digest) {

  /** As people write it: number, colon, digest. */
  @Override
  public String toString() {
    return sequence + ":" + digest;
  }
}
