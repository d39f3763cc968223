package com.cashtrace.infra.doctor;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.LockHalf;
import com.cashtrace.infra.backend.LockInfo;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StateLocks;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateStatus;
import com.cashtrace.infra.backend.StateVersion;
import com.cashtrace.infra.problem.FailureException;
import java.util.ArrayList;
import java.util.List;

/**
 * Can the state be read, and is it free.
 *
 * @param aws asks
 * @param place of the state
 */
record StateChecks(Aws aws, StatePlace place) {

  private static final String LOCK = "lock";
  private static final String STATE = "state";

  List<Check> all() {
    return List.of(locks(), state());
  }

  private Check locks() {
    List<LockHalf> halves;
    try {
      halves = new StateLocks(aws, place).halves();
    } catch (FailureException e) {
      return Check.problem(LOCK, e.problem());
    }
    List<String> held = new ArrayList<>();
    String id = "ID";
    for (LockHalf half : halves) {
      LockInfo info = half.info();
      if (info != null) {
        id = info.id();
        held.add(
            "held in %s by %s since %s (%s)"
                .formatted(half.kind().word(), info.who(), info.created(), info.operation()));
      }
    }
    return held.isEmpty()
        ? Check.ok(LOCK, "free")
        : Check.warning(
            LOCK,
            String.join("; ", held),
            "wait until that run has ended; if it is dead, 'state unlock %s %s' releases its lock"
                .formatted(place.environment(), id));
  }

  private Check state() {
    StateStatus status;
    try {
      status = new StateFile(aws, place).status();
    } catch (FailureException e) {
      return Check.problem(STATE, e.problem());
    }
    if (status.digest() == StateStatus.Digest.DIFFERS) {
      return Check.problem(
          STATE,
          "the table notes another content, so terraform refuses it",
          "'state status " + place.environment() + "' tells how that comes about and is mended");
    }
    StateVersion current = status.current();
    if (current == null) {
      return Check.ok(STATE, "none yet");
    }
    return current.head() == null
        ? Check.problem(
            STATE,
            "what lies at '" + place.address() + "' is no Terraform state",
            "'state history %1$s' and 'state restore %1$s VERSION' go back to one"
                .formatted(place.environment()))
        : Check.ok(STATE, "serial " + current.head().serial() + ", " + current.bytes() + " bytes");
  }
}
