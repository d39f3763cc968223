package com.cashtrace.infra.command;

import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateVersion;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the versions of a state. */
@Command(
    name = "history",
    description = {
      "Lists the versions of an environment's state, the newest first, with the serial of each.",
      "Changes nothing. Forms: text, json."
    })
final class StateHistoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ENV",
      description = "The environment: a file below environments/.")
  private String environment = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many versions at most; 20 unless told.")
  private int limit;

  private final World world;
  private final GlobalOptions options;

  StateHistoryCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    return new StateCalls(world, options, spec)
        .call(
            environment,
            (state, place) -> new Versions(place, state.history(limit)),
            (report, found) -> report.history(found.place(), found.versions(), world.out()));
  }

  private record Versions(StatePlace place, List<StateVersion> versions) {}
}
