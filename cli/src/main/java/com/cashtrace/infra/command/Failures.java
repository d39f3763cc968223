package com.cashtrace.infra.command;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ProblemText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a command's failure becomes words on stderr and an exit code. */
record Failures(World world, GlobalOptions options)
    implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    world.err().println("error[usage]: " + e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> close = unmatched.getSuggestions();
      if (!close.isEmpty()) {
        world.err().println("  hint: did you mean " + String.join(" or ", close) + "?");
      }
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    world.err().println("  hint: '" + command + " --help' shows what it takes");
    return ExitCode.USAGE.value();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof ParameterException usage) {
      return handleParseException(usage, new String[0]);
    }
    return fault(e, options.stacktrace());
  }

  /** Tells of whatever was thrown, and returns the exit code. */
  int fault(Throwable e, boolean stacktrace) {
    if (stacktrace) {
      e.printStackTrace(world.err());
    }
    FailureException known = known(e, stacktrace);
    print(known.problem());
    return known.exitCode().value();
  }

  /** What was thrown as people can be told of it. */
  FailureException known(Throwable e) {
    if (options.stacktrace()) {
      e.printStackTrace(world.err());
    }
    return known(e, options.stacktrace());
  }

  /** What must not happen; memory that is too small is the one that people can mend. */
  private static FailureException known(Throwable e, boolean stacktrace) {
    if (e instanceof FailureException failure) {
      return failure;
    }
    if (e instanceof OutOfMemoryError) {
      Problem problem =
          Problem.unlocated(
              "out-of-memory",
              "the program needs more memory than it may take",
              "give it more, such as CASHTRACE_JAVA_OPTS=-Xmx2g");
      return new FailureException(problem, ExitCode.FAILED, e);
    }
    Problem problem =
        Problem.unlocated(
            "bug",
            "the program failed by its own fault: " + e,
            stacktrace
                ? "report this with the trace above"
                : "report this with what --stacktrace prints");
    return new FailureException(problem, ExitCode.BUG, e);
  }

  /** Prints one problem to stderr. */
  void print(Problem problem) {
    try {
      new ProblemText(options.color(world, world.errTerminal())).append(problem, world.err());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    world.err().flush();
  }
}
