package com.cashtrace.infra.doctor;

import com.cashtrace.infra.problem.ExitCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was looked at.
 *
 * @param checks in the order in which they are worth mending
 */
public record Examination(List<Check> checks) {

  /** Copies the list. */
  public Examination {
    checks = List.copyOf(checks);
  }

  /** With what was looked at besides. */
  public Examination and(List<Check> more) {
    return new Examination(Stream.concat(checks.stream(), more.stream()).toList());
  }

  /** How many checks came out like this. */
  public int count(Status status) {
    return (int) checks.stream().filter(check -> check.status() == status).count();
  }

  /** A problem is a finding, a warning is none. */
  public ExitCode exitCode() {
    return count(Status.PROBLEM) > 0 ? ExitCode.FINDINGS : ExitCode.OK;
  }
}
