package com.cashtrace.infra.command;

import com.cashtrace.infra.run.StateAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Uploads a state that terraform could not. */
@Command(
    name = "push",
    description = {
      "Uploads a state that terraform could not, such as errored.tfstate, as a new version.",
      "Refuses a file of another lineage, one that is not newer than the state there, and while somebody holds a lock. Forms: text, json."
    })
final class StatePushCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ENV",
      description = "The environment: a file below environments/.")
  private String environment = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The file with the state.")
  private Path file = Path.of("");

  private final World world;
  private final GlobalOptions options;

  StatePushCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    StateCalls calls = new StateCalls(world, options, spec);
    byte[] content = StateAccess.read(world.directory().resolve(file), file.toString());
    return calls.call(
        environment,
        (state, place) -> state.push(content, file.toString(), calls.lock("state push")),
        (report, written) -> report.written(written, world.out()));
  }
}
