package com.cashtrace.infra.report;

import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.Change;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.problem.ExitCode;
import java.util.List;

/**
 * What bootstrap did, or would do.
 *
 * @param place where the state is
 * @param caller whose credentials were used
 * @param dryRun true if nothing was changed
 * @param changes in the order in which they were made
 */
public record BootstrapReport(
    StatePlace place, Caller caller, boolean dryRun, List<Change> changes) {

  /** Copies the changes. */
  public BootstrapReport {
    changes = List.copyOf(changes);
  }

  /** The command's exit code; {@code detailed} tells changes from none. */
  public ExitCode exitCode(boolean detailed) {
    return detailed && !changes.isEmpty() ? ExitCode.CHANGES : ExitCode.OK;
  }
}
