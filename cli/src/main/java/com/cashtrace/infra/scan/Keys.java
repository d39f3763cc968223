package com.cashtrace.infra.scan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one object of a document so far; objects of a resource have few, maps have many. */
final class Keys {

  private static final int FEW = 40;

  private final @Nullable String[] few = new @Nullable String[FEW];
  private final int[] hashes = new int[FEW];
  private final Set<String> more = new HashSet<>();
  private int count;

  /**
   * Takes one more key.
   *
   * @param first true if it is the first of its object
   * @return false if the object has it already
   */
  boolean add(String key, boolean first) {
    if (first) {
      clear();
    }
    // a parser hands out the same object for the same key, so that its hash is known mostly
    int hash = key.hashCode();
    for (int i = 0; i < count; i++) {
      if (hashes[i] == hash && key.equals(few[i])) {
        return false;
      }
    }
    if (count < FEW) {
      hashes[count] = hash;
      few[count++] = key;
      return true;
    }
    return more.add(key);
  }

  private void clear() {
    if (count == FEW) {
      more.clear();
      Arrays.fill(few, null);
    }
    count = 0;
  }
}
