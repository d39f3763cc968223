package com.cashtrace.infra.terraform;

import java.util.function.Consumer;

/** A step of terraform's while it is shown: it gets the events, and is closed at the step's end. */
public interface Shown extends Consumer<Event>, AutoCloseable {

  @Override
  void close();
}
