package com.cashtrace.infra.audit;

import java.util.Optional;

/**
 * Finds the key that the signatures are checked with.
 *
 * @param trust what is known from elsewhere
 * @param trouble words for what is wrong
 */
record KeyCheck(Trust trust, TrailTrouble trouble) {

  /** The key known from elsewhere, else the one in the file; nothing where there is neither. */
  Optional<VerifyingKey> key(Optional<byte[]> file, Findings findings) {
    Optional<VerifyingKey> beside = file.flatMap(bytes -> read(bytes, findings));
    Optional<VerifyingKey> key = trust.key().or(() -> beside);
    if (key.isEmpty() && file.isEmpty()) {
      findings.add(trouble.keyMissing());
    }
    // a key of somebody else beside the records is found even if it is not the one that is used
    Optional<String> expected = trust.fingerprint().or(() -> trust.key().map(k -> k.fingerprint()));
    if (expected.isPresent() && beside.isPresent()) {
      String found = beside.get().fingerprint();
      if (!found.equals(expected.get())) {
        findings.add(trouble.keyDiffers(TrailNames.KEY, expected.get(), found));
      }
    }
    return key;
  }

  private Optional<VerifyingKey> read(byte[] bytes, Findings findings) {
    try {
      return Optional.of(VerifyingKey.read(bytes));
    } catch (Malformed e) {
      findings.add(trouble.malformed(TrailNames.KEY, e));
      return Optional.empty();
    }
  }
}
