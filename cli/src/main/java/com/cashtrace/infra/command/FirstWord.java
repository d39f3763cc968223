package com.cashtrace.infra.command;

import com.cashtrace.infra.terraform.Event;
import com.cashtrace.infra.terraform.Shown;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows a step once terraform says something: one that is skipped does not appear. */
final class FirstWord implements Shown {

  private final Supplier<Shown> begin;
  private @Nullable Shown step;

  /** Begins to show the step at its first event. */
  FirstWord(Supplier<Shown> begin) {
    this.begin = begin;
  }

  @Override
  public void accept(Event event) {
    if (step == null) {
      step = begin.get();
    }
    step.accept(event);
  }

  @Override
  public void close() {
    if (step != null) {
      step.close();
    }
  }
}
