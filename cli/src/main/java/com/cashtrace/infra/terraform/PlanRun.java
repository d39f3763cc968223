package com.cashtrace.infra.terraform;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of {@code terraform plan}.
 *
 * @param succeeded true if there is a plan file
 * @param diagnostics what terraform said to be wrong; at least one error if it did not succeed
 * @param arguments the user's own {@code TF_CLI_ARGS} and {@code TF_CLI_ARGS_plan}, on which the
 *     plan depends
 */
public record PlanRun(
    boolean succeeded, List<Diagnostic> diagnostics, SortedMap<String, String> arguments) {

  /** Copies what it is given. */
  public PlanRun {
    diagnostics = List.copyOf(diagnostics);
    arguments = new TreeMap<>(arguments);
  }
}
