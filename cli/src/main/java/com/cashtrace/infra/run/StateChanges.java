package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.backend.LockHalf;
import com.cashtrace.infra.backend.LockInfo;
import com.cashtrace.infra.backend.StateChange;
import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateWritten;
import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.process.Interrupts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Changes the state of an environment, or its locks, by hand. Each change is recorded right before
 * it is made, so that none is made that the trail does not tell of; and it comes to its end
 * although an interrupt comes, so that the lock which it takes is not left.
 *
 * @param access reaches the state
 * @param workplace takes the lock
 * @param interrupts hold what comes meanwhile back
 */
public record StateChanges(StateAccess access, Workplace workplace, Interrupts interrupts) {

  /**
   * A lock that was released.
   *
   * @param place of the state
   * @param halves what was released; none if nothing was locked
   */
  public record Released(StatePlace place, List<LockHalf> halves) {

    /** Copies the halves. */
    public Released {
      halves = List.copyOf(halves);
    }
  }

  /** Releases the lock of that id. */
  public StateAccess.Result<Released> unlock(String name, String id) {
    return change(
        name,
        (reached, recorder) ->
            new Released(
                reached.place(),
                reached.state().unlock(id, held -> recorder.record(unlock(held), Map.of()))));
  }

  private static Details unlock(List<LockHalf> held) {
    LockInfo info = held.stream().flatMap(half -> half.holder().stream()).findFirst().orElseThrow();
    return new Details.Unlock(
        info.id(),
        info.who(),
        info.operation(),
        info.created(),
        held.stream().map(half -> half.kind().word()).toList());
  }

  /** Makes an older version of the state the one that counts. */
  public StateAccess.Result<StateWritten> restore(String name, String version) {
    return change(
        name,
        (reached, recorder) ->
            reached
                .state()
                .restore(
                    version,
                    workplace.lock("state restore"),
                    about -> {
                      var details = new Details.Restore(version, before(about), after(about));
                      recorder.record(details, Map.of("state", about.digest()));
                    }));
  }

  /**
   * Writes a state that terraform could not upload.
   *
   * @param file where terraform left it
   * @param label the file as the user wrote it
   */
  public StateAccess.Result<StateWritten> push(String name, Path file, String label) {
    byte[] state = Folders.read(file).orElseThrow(() -> missing(label));
    return change(
        name,
        (reached, recorder) ->
            reached
                .state()
                .push(
                    state,
                    label,
                    workplace.lock("state push"),
                    about ->
                        recorder.record(
                            new Details.Push(before(about), after(about)),
                            Map.of("state", about.digest()))));
  }

  private static FailureException missing(String label) {
    return new FailureException(
        Problem.unlocated(
            "state-file-missing",
            "there is no file '" + label + "'",
            "terraform leaves errored.tfstate in the folder that it ran in"),
        ExitCode.USAGE,
        null);
  }

  private <T> StateAccess.Result<T> change(
      String name, BiFunction<StateAccess.Reached, Recorder, T> work) {
    return access.reach(
        name,
        reached -> {
          Recorder recorder =
              Recorder.ready(reached.aws(), reached.environment(), reached.caller(), workplace);
          return interrupts.letFinish(() -> work.apply(reached, recorder));
        });
  }

  private static Details.StateVersion before(StateChange change) {
    return version(change.before());
  }

  private static Details.StateVersion after(StateChange change) {
    return version(change.after());
  }

  private static Details.StateVersion version(@Nullable StateHead head) {
    return head == null
        ? new Details.StateVersion("", 0)
        : new Details.StateVersion(head.lineage(), head.serial());
  }
}
