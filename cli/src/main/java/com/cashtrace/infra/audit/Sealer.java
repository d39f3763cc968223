package com.cashtrace.infra.audit;

import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Makes signed records and heads.
 *
 * @param environment whose trail it is
 * @param signer the environment's key
 * @param clock this machine's
 * @param json the form of both
 */
record Sealer(String environment, HeadSigner signer, InstantSource clock, TrailJson json) {

  /** The record that follows upon the end of the trail. */
  SealedRecord record(Entry entry, String id, Position end) {
    AuditRecord record =
        new AuditRecord(environment, end.sequence() + 1, id, now(), entry, end.digest());
    try {
      // read again, since what no verification could read must not get into the trail
      return SealedRecord.read(sign(Domain.RECORD, json.write(record)).bytes(), json);
    } catch (Malformed e) {
      throw new FailureException(
          Problem.unlocated(
              "audit-record-refused",
              "this cannot be recorded: " + e.getMessage(),
              "shorten or correct the texts that were given"));
    }
  }

  /** The file of a head that stands at the record. */
  byte[] head(SealedRecord record) {
    String fingerprint = signer.publicKey().fingerprint();
    Head head = new Head(environment, record.sequence(), record.digest(), now(), fingerprint);
    try {
      return sign(Domain.HEAD, json.write(head)).bytes();
    } catch (Malformed e) {
      throw new IllegalStateException("the environment's name was in a record already", e);
    }
  }

  private SignedFile sign(Domain domain, byte[] text) {
    String digest = Digests.sha256(domain.message(text));
    return new SignedFile(text, signer.sign(HexFormat.of().parseHex(digest)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
