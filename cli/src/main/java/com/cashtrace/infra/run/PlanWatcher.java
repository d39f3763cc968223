package com.cashtrace.infra.run;

import com.cashtrace.infra.terraform.Shown;

/** Who is told what goes on while terraform works. */
public interface PlanWatcher {

  /** A step of terraform begins; what is returned is closed at its end. */
  Shown begin(String name);

  /**
   * The same for a step that deals with so many resources.
   *
   * @param all how many; 0 where nobody knows yet
   */
  default Shown begin(String name, int all) {
    return begin(name);
  }

  /** A text that is secret, so that nobody prints it. */
  void secret(String text);
}
