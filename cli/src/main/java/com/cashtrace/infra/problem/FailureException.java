package com.cashtrace.infra.problem;

import org.jspecify.annotations.Nullable;

/**
 * The one way in which expected trouble that stops a command leaves the code that met it; caught in
 * one place, which prints the problem and returns the exit code.
 */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final ExitCode exitCode;

  /** The command fails with {@link ExitCode#FAILED}. */
  public FailureException(Problem problem) {
    this(problem, ExitCode.FAILED, null);
  }

  /** The command fails with the given exit code; the cause is shown under {@code --stacktrace}. */
  public FailureException(Problem problem, ExitCode exitCode, @Nullable Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
    this.exitCode = exitCode;
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }

  /** What the process returns. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
