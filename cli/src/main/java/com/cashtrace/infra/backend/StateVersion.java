package com.cashtrace.infra.backend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a state that the bucket keeps.
 *
 * @param id by which S3 knows it
 * @param modified when it was written
 * @param bytes its size
 * @param latest true for the one that counts
 * @param removed true for a mark that the state was removed at that time
 * @param head what it says of itself; null for a mark, or where it is no state
 */
public record StateVersion(
    String id,
    Instant modified,
    long bytes,
    boolean latest,
    boolean removed,
    @Nullable StateHead head) {

  StateVersion with(@Nullable StateHead found) {
    return new StateVersion(id, modified, bytes, latest, removed, found);
  }
}
