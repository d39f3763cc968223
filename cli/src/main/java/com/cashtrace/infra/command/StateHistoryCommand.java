package com.cashtrace.infra.command;

import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateVersion;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the versions of a state. */
@Command(
    name = "history",
    description = {
      "Lists the versions of an environment's state, the newest first, with the serial of each.",
      "Changes nothing. Forms: text, json."
    })
final class StateHistoryCommand extends StateCall {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many versions at most; 20 unless told.")
  private int limit;

  StateHistoryCommand(World world, GlobalOptions options) {
    super(world, options);
  }

  @Override
  public Integer call() throws IOException {
    return call(
        (state, place) -> new Versions(place, state.history(limit)),
        (report, found) -> report.history(found.place(), found.versions(), world().out()));
  }

  private record Versions(StatePlace place, List<StateVersion> versions) {}
}
