package com.cashtrace.infra.command;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Releases a lock that a dead run left behind. */
@Command(
    name = "unlock",
    description = {
      "Releases the lock of this id, which 'state status' tells. It ends well where one half of a lock of two is missing already.",
      "Refuses a lock of another id. Be sure that its holder is dead: two runs at once ruin a state. It is recorded in the audit trail. Forms: text, json."
    })
final class StateUnlockCommand extends StateCall {

  @Parameters(index = "1", paramLabel = "ID", description = "The id of the lock.")
  private String id = "";

  StateUnlockCommand(World world, GlobalOptions options) {
    super(world, options);
  }

  @Override
  public Integer call() throws IOException {
    return change(
        (changes, name) -> changes.unlock(name, id),
        (report, done) -> report.released(done.place(), id, done.halves(), world().out()));
  }
}
