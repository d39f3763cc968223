package com.cashtrace.infra.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The end of a trail as a writer found it.
 *
 * @param head null where there is none yet
 * @param tag of the head's file; null where there is none yet
 */
record Position(@Nullable Head head, @Nullable String tag) {

  long sequence() {
    return head == null ? 0 : head.sequence();
  }

  String digest() {
    return head == null ? AuditRecord.NOTHING : head.digest();
  }

  boolean isSameAs(Position other) {
    return Objects.equals(tag, other.tag);
  }
}
