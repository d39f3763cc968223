package com.cashtrace.infra.backend;

import java.util.List;

/** Something that bootstrap creates and keeps as it must be. */
interface Resource {

  /** Kind and name, as messages say it. */
  String name();

  /**
   * Asks AWS whether it is there.
   *
   * @throws com.cashtrace.infra.problem.FailureException if there is one that may not be used
   */
  boolean exists();

  /** Creates it and waits until it can be used. One that is there already, and is ours, is fine. */
  void create();

  /** What of it is seen to, in the order in which it is put right. */
  List<Setting> settings();
}
