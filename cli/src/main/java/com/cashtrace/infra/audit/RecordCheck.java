package com.cashtrace.infra.audit;

import com.cashtrace.infra.problem.Problem;
import java.util.Optional;

/**
 * Whether a record is one of this trail, at its place.
 *
 * @param trouble words for what is wrong
 * @param environment whose trail it is
 * @param key that signs it
 */
record RecordCheck(TrailTrouble trouble, String environment, VerifyingKey key) {

  /** What is wrong with a record behind the head, whose only witness is its own signature. */
  Optional<Problem> ofOrphan(SealedRecord orphan, String name, Position end) {
    return inPlace(Link.of(orphan.record()), name, end.sequence() + 1)
        .or(() -> authentic(orphan.file(), name))
        .or(
            () ->
                orphan.record().previous().equals(end.digest())
                    ? Optional.empty()
                    : Optional.of(trouble.relinked(name, "record " + end.sequence())));
  }

  /** What is wrong with what the record says of itself, if its file stands for that number. */
  Optional<Problem> inPlace(Link record, String name, long sequence) {
    if (!record.environment().equals(environment)) {
      return Optional.of(trouble.environmentDiffers(name, environment, record.environment()));
    }
    return record.sequence() == sequence
        ? Optional.empty()
        : Optional.of(trouble.misplaced(name, record.sequence()));
  }

  /** A problem if the record is not what a holder of the key signed. */
  Optional<Problem> authentic(SignedFile file, String name) {
    return key.hasSigned(Domain.RECORD, file)
        ? Optional.empty()
        : Optional.of(trouble.changed(name));
  }
}
