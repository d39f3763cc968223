package com.cashtrace.infra.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how it stands about a state and who holds its lock. */
@Command(
    name = "status",
    description = {
      "Tells who holds the lock of an environment's state, since when and from where, and the state's serial, lineage, size and number of versions.",
      "Changes nothing. Forms: text, json."
    })
final class StateStatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ENV",
      description = "The environment: a file below environments/.")
  private String environment = "";

  private final World world;
  private final GlobalOptions options;

  StateStatusCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    return new StateCalls(world, options, spec)
        .call(
            environment,
            (state, place) -> state.status(),
            (report, status) -> report.status(status, world.out()));
  }
}
