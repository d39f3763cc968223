package com.cashtrace.infra.place;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, and then kept: commands do not read what they
 * skip, and nothing twice.
 */
public final class Once<T> implements Supplier<T> {

  private final Supplier<T> make;
  private @Nullable T value;

  /** A value that is made so. */
  public Once(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = make.get();
      value = known;
    }
    return known;
  }
}
