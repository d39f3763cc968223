package com.cashtrace.infra.command;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes an older version of a state the one that counts. */
@Command(
    name = "restore",
    description = {
      "Makes an older version the one that counts, as a new version with a new serial; nothing is removed.",
      "Takes the locks of the state meanwhile, and refuses while somebody holds one, and a version of another lineage. It is recorded in the audit trail. Forms: text, json."
    })
final class StateRestoreCommand extends StateCall {

  @Parameters(
      index = "1",
      paramLabel = "VERSION",
      description = "The id of the version, which 'state history' tells.")
  private String version = "";

  StateRestoreCommand(World world, GlobalOptions options) {
    super(world, options);
  }

  @Override
  public Integer call() throws IOException {
    return change(
        (changes, name) -> changes.restore(name, version),
        (report, written) -> report.written(written, world().out()));
  }
}
