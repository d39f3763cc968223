package com.cashtrace.infra.command;

import com.cashtrace.infra.run.PlanWatcher;
import com.cashtrace.infra.terraform.Event;
import com.cashtrace.infra.terraform.ProgressLine;
import org.jspecify.annotations.Nullable;

/** Shows on stderr what terraform does, and hides its secrets everywhere. */
record ProgressWatcher(World world) implements PlanWatcher {

  /** Shown once terraform says something: a step that is skipped does not appear. */
  @Override
  public Step begin(String name) {
    return begin(name, 0);
  }

  @Override
  public Step begin(String name, int all) {
    return new Step() {
      private @Nullable ProgressLine line;

      @Override
      public void accept(Event event) {
        if (line == null) {
          line = ProgressLine.begin(world.err(), world.errTerminal(), "terraform " + name, all);
        }
        line.accept(event);
      }

      @Override
      public void close() {
        if (line != null) {
          line.close();
        }
      }
    };
  }

  @Override
  public void secret(String text) {
    world.masker().add(text);
  }
}
