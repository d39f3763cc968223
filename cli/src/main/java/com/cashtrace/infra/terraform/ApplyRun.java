package com.cashtrace.infra.terraform;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of {@code terraform apply}.
 *
 * @param outcome how it ended
 * @param diagnostics what terraform said to be wrong; at least one error if it failed
 * @param arguments the user's own {@code TF_CLI_ARGS} and {@code TF_CLI_ARGS_apply}
 */
public record ApplyRun(
    Outcome outcome, List<Diagnostic> diagnostics, SortedMap<String, String> arguments) {

  /** How an apply ended. */
  public enum Outcome {
    /** All of the plan was carried out. */
    DONE,
    /** A part of it may have been. */
    FAILED,
    /** An interrupt came; terraform was let finish what was under way. */
    INTERRUPTED
  }

  /** Copies what it is given. */
  public ApplyRun {
    diagnostics = List.copyOf(diagnostics);
    arguments = new TreeMap<>(arguments);
  }

  /** True if all of the plan was carried out. */
  public boolean succeeded() {
    return outcome == Outcome.DONE;
  }
}
