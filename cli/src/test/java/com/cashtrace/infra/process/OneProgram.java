package com.cashtrace.infra.process;

import com.cashtrace.infra.problem.FailureException;
import java.nio.file.Path;
import java.util.List;

/** A program of one child, for tests that send signals: runs its arguments, exits as they say. */
final class OneProgram {

  private OneProgram() {}

  public static void main(String[] args) {
    var program = new ExternalProgram(List.of(args), Path.of("."), System.getenv(), null);
    int status;
    try {
      status =
          new ProcessRunner(new Interrupts())
              .run(
                  program,
                  OutputReader.lines(System.out::println),
                  OutputReader.lines(System.err::println));
    } catch (FailureException e) {
      System.err.println(e.getMessage());
      status = e.exitCode().value();
    }
    System.exit(status);
  }
}
