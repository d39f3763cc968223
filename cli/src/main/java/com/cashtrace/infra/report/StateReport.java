package com.cashtrace.infra.report;

import com.cashtrace.infra.backend.LockHalf;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateStatus;
import com.cashtrace.infra.backend.StateVersion;
import com.cashtrace.infra.backend.StateWritten;
import java.io.IOException;
import java.util.List;

/** A form in which the state commands tell their results. */
public sealed interface StateReport permits StateText, StateJson {

  /** How it stands about a state. */
  void status(StateStatus status, Appendable out) throws IOException;

  /** Its versions, the newest first. */
  void history(StatePlace place, List<StateVersion> versions, Appendable out) throws IOException;

  /** Which halves of a lock were released. */
  void released(StatePlace place, String id, List<LockHalf> halves, Appendable out)
      throws IOException;

  /** What was written. */
  void written(StateWritten written, Appendable out) throws IOException;
}
