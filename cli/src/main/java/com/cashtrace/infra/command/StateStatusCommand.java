package com.cashtrace.infra.command;

import java.io.IOException;
import picocli.CommandLine.Command;

/** Tells how it stands about a state and who holds its lock. */
@Command(
    name = "status",
    description = {
      "Tells who holds the lock of an environment's state, since when and from where, and the state's serial, lineage, size and number of versions.",
      "Changes nothing. Forms: text, json."
    })
final class StateStatusCommand extends StateCall {

  StateStatusCommand(World world, GlobalOptions options) {
    super(world, options);
  }

  @Override
  public Integer call() throws IOException {
    return call(
        (state, place) -> state.status(), (report, status) -> report.status(status, world().out()));
  }
}
