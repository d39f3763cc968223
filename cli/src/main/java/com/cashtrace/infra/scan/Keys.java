package com.cashtrace.infra.scan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one object of a document so far; objects of a resource have few, maps have many. */
final class Keys {

  private static final int FEW = 40;

  private final @Nullable String[] few = new @Nullable String[FEW];
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
    for (int i = 0; i < Math.min(count, FEW); i++) {
      if (key.equals(few[i])) {
        return false;
      }
    }
    if (count < FEW) {
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
