package com.cashtrace.infra.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a trail is kept and grows. Both writes take effect as a whole or not at all, whatever
 * happens to the writer, and each is refused to all but one of those that race for it.
 */
public interface TrailStore extends TrailFiles {

  /**
   * A file as it was at one moment.
   *
   * @param bytes its content
   * @param tag changes whenever the content does
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Tagged(byte[] bytes, String tag) {}

  /** A file with the tag that a later replacement has to name. */
  Optional<Tagged> readTagged(String name);

  /** Writes a file that must not exist; false if it does, also if this very call made it. */
  boolean putIfAbsent(String name, byte[] bytes);

  /**
   * Replaces a file if it is still what it was.
   *
   * @param tag of the content that it replaces; null if there must be none
   * @return false if it is not
   */
  boolean replaceIfMatch(String name, byte[] bytes, @Nullable String tag);
}
