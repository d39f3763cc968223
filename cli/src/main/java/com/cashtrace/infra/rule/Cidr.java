package com.cashtrace.infra.rule;

import java.util.Optional;

/**
 * A range of IPv4 addresses.
 *
 * @param first its first address as a number
 * @param prefix number of leading bits that all its addresses share
 */
record Cidr(long first, int prefix) implements Comparable<Cidr> {

  private static final int BITS = 32;

  /**
   * Reads {@code a.b.c.d/n} as the schema lets it pass; empty if a part is out of range, has a
   * leading zero (which some programs read as octal), or if the address is not the range's first.
   */
  static Optional<Cidr> parse(String text) {
    String[] parts = text.split("[./]", -1);
    long address = 0;
    for (int i = 0; i < 4; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part > 255 || !parts[i].equals(String.valueOf(part))) {
        return Optional.empty();
      }
      address = address << 8 | part;
    }
    int prefix = Integer.parseInt(parts[4]);
    if (prefix > BITS || !parts[4].equals(String.valueOf(prefix))) {
      return Optional.empty();
    }
    Cidr cidr = new Cidr(address, prefix);
    return address % cidr.size() == 0 ? Optional.of(cidr) : Optional.empty();
  }

  /** Number of addresses. */
  long size() {
    return 1L << (BITS - prefix);
  }

  /** Last address as a number. */
  long last() {
    return first + size() - 1;
  }

  /** True if every address of the other range is in this one. */
  boolean contains(Cidr other) {
    return first <= other.first && other.last() <= last();
  }

  /** A range comes before those that lie in it. */
  @Override
  public int compareTo(Cidr other) {
    int byFirst = Long.compare(first, other.first);
    return byFirst != 0 ? byFirst : Integer.compare(prefix, other.prefix);
  }
}
