package com.cashtrace.infra.command;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Uploads a state that terraform could not. */
@Command(
    name = "push",
    description = {
      "Uploads a state that terraform could not, such as errored.tfstate, as a new version.",
      "Refuses a file of another lineage, one that is not newer than the state there, and while somebody holds a lock. It is recorded in the audit trail. Forms: text, json."
    })
final class StatePushCommand extends StateCall {

  @Parameters(index = "1", paramLabel = "FILE", description = "The file with the state.")
  private Path file = Path.of("");

  StatePushCommand(World world, GlobalOptions options) {
    super(world, options);
  }

  @Override
  public Integer call() throws IOException {
    Path there = world().directory().resolve(file);
    return change(
        (changes, name) -> changes.push(name, there, file.toString()),
        (report, written) -> report.written(written, world().out()));
  }
}
