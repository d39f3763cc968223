package com.cashtrace.infra.command;

import com.cashtrace.infra.run.PlanWatcher;
import com.cashtrace.infra.terraform.ProgressLine;
import com.cashtrace.infra.terraform.Shown;

/** Shows on stderr what terraform does, and hides its secrets everywhere. */
record ProgressWatcher(World world) implements PlanWatcher {

  @Override
  public Shown begin(String name) {
    return begin(name, 0);
  }

  @Override
  public Shown begin(String name, int all) {
    return new FirstWord(
        () -> ProgressLine.begin(world.err(), world.errTerminal(), "terraform " + name, all));
  }

  @Override
  public void secret(String text) {
    world.masker().add(text);
  }
}
