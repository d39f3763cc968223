package com.cashtrace.infra.terraform;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of {@code terraform apply}.
 *
 * @param succeeded true if all of the plan was carried out
 * @param diagnostics what terraform said to be wrong; at least one error if it did not succeed
 * @param arguments the user's own {@code TF_CLI_ARGS} and {@code TF_CLI_ARGS_apply}
 */
public record ApplyRun(
    boolean succeeded, List<Diagnostic> diagnostics, SortedMap<String, String> arguments) {

  /** Copies what it is given. */
  public ApplyRun {
    diagnostics = List.copyOf(diagnostics);
    arguments = new TreeMap<>(arguments);
  }
}
