package com.cashtrace.infra.audit;

import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a head and tells what is wrong with it by itself.
 *
 * @param key the environment's
 * @param trouble words for what is wrong
 * @param json the form of a head
 */
record HeadReader(VerifyingKey key, TrailTrouble trouble, TrailJson json) {

  /**
   * A head and what is wrong with it.
   *
   * @param head null where the file can't be read
   * @param problems empty where it is as it must be
   */
  record Result(@Nullable Head head, List<Problem> problems) {}

  /** Reads the file of a head; where no environment is named, the trail of any will do. */
  Result read(byte[] bytes, Optional<String> environment) {
    try {
      SignedFile file = SignedFile.read(bytes);
      return check(json.head(file.text()), file, environment);
    } catch (Malformed e) {
      return new Result(null, List.of(trouble.malformed(TrailNames.HEAD, e)));
    }
  }

  private Result check(Head head, SignedFile file, Optional<String> environment) {
    List<Problem> problems = new ArrayList<>();
    if (!head.key().equals(key.fingerprint())) {
      problems.add(trouble.keyDiffers(TrailNames.HEAD, key.fingerprint(), head.key()));
    } else if (!key.hasSigned(Domain.HEAD, file)) {
      problems.add(trouble.headForged());
    }
    environment
        .filter(expected -> !expected.equals(head.environment()))
        .map(other -> trouble.environmentDiffers(TrailNames.HEAD, other, head.environment()))
        .ifPresent(problems::add);
    return new Result(head, problems);
  }
}
