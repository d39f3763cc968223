package com.cashtrace.infra.backend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands about a state.
 *
 * @param place where it is
 * @param current the version that counts, or null if there is no state yet
 * @param versions how many versions the bucket keeps
 * @param digest whether the table knows the current content
 * @param locks both kinds of lock
 */
public record StateStatus(
    StatePlace place,
    @Nullable StateVersion current,
    int versions,
    Digest digest,
    List<LockHalf> locks) {

  /** Copies the locks. */
  public StateStatus {
    locks = List.copyOf(locks);
  }

  /** True if one half of a lock that has two is held, and the other is not, or by somebody else. */
  public boolean isHalfLocked() {
    List<LockHalf> used = locks.stream().filter(LockHalf::used).toList();
    return used.size() == 2
        && locks.stream().anyMatch(half -> half.info() != null)
        && used.stream().map(half -> half.info() == null ? "" : half.info().id()).distinct().count()
            > 1;
  }

  /** What the table says of the content, which terraform compares before it reads a state. */
  public enum Digest {
    /** No table is used, or nothing stands in it. */
    NONE,
    /** It is the digest of the current content. */
    AGREES,
    /** It is of another content: terraform refuses to read the state. */
    DIFFERS
  }
}
