package com.cashtrace.infra.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an older version of a state the one that counts. */
@Command(
    name = "restore",
    description = {
      "Makes an older version the one that counts, as a new version with a new serial; nothing is removed.",
      "Takes the locks of the state meanwhile, and refuses while somebody holds one, and a version of another lineage. Forms: text, json."
    })
final class StateRestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ENV",
      description = "The environment: a file below environments/.")
  private String environment = "";

  @Parameters(
      index = "1",
      paramLabel = "VERSION",
      description = "The id of the version, which 'state history' tells.")
  private String version = "";

  private final World world;
  private final GlobalOptions options;

  StateRestoreCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    StateCalls calls = new StateCalls(world, options, spec);
    return calls.call(
        environment,
        (state, place) -> state.restore(version, calls.lock("state restore")),
        (report, written) -> report.written(written, world.out()));
  }
}
