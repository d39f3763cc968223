package com.cashtrace.infra.backend;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the two things that can lock a state.
 *
 * @param kind which
 * @param used true if the spec says that runs take it
 * @param info who holds it, or null if nobody does
 */
public record LockHalf(Kind kind, boolean used, @Nullable LockInfo info) {

  /** Who holds it, if anybody does. */
  public Optional<LockInfo> holder() {
    return Optional.ofNullable(info);
  }

  /** What holds a lock. */
  public enum Kind {
    /** A file beside the state. */
    S3,
    /** An item of a table. */
    DYNAMODB;

    /** The word that a spec has for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
