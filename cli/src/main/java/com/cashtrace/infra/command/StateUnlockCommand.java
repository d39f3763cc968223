package com.cashtrace.infra.command;

import com.cashtrace.infra.backend.LockHalf;
import com.cashtrace.infra.backend.StatePlace;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Releases a lock that a dead run left behind. */
@Command(
    name = "unlock",
    description = {
      "Releases the lock of this id, which 'state status' tells. It ends well where one half of a lock of two is missing already.",
      "Refuses a lock of another id. Be sure that its holder is dead: two runs at once ruin a state. Forms: text, json."
    })
final class StateUnlockCommand extends StateCall {

  @Parameters(index = "1", paramLabel = "ID", description = "The id of the lock.")
  private String id = "";

  StateUnlockCommand(World world, GlobalOptions options) {
    super(world, options);
  }

  @Override
  public Integer call() throws IOException {
    return call(
        (state, place) -> new Released(place, state.unlock(id)),
        (report, done) -> report.released(done.place(), id, done.halves(), world().out()));
  }

  private record Released(StatePlace place, List<LockHalf> halves) {}
}
