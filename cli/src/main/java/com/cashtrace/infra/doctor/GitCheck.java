package com.cashtrace.infra.doctor;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.process.CapturedText;
import com.cashtrace.infra.process.ExternalProgram;
import com.cashtrace.infra.process.OutputReader;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Is there a git, which keeps the specs and tells what a change touches. */
record GitCheck(TerraformOptions options, ProcessRunner runner) {

  private static final String NAME = "git";
  private static final int LONGEST_ANSWER = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  Check make() {
    var answer = new CapturedText(LONGEST_ANSWER);
    // Through env: which git it is depends on the PATH of the user, not on that of this process.
    var program =
        new ExternalProgram(
            List.of("/usr/bin/env", "git", "--version"),
            Path.of("/"),
            options.environment(),
            PATIENCE);
    try {
      int status = runner.run(program, answer, OutputReader.discard());
      String version = answer.text().strip().replaceFirst("^git version ", "");
      return status == 0 && !version.isEmpty() ? Check.ok(NAME, version) : missing();
    } catch (FailureException e) {
      if (e.exitCode() == ExitCode.INTERRUPTED) {
        throw e;
      }
      return missing();
    }
  }

  private static Check missing() {
    return Check.warning(
        NAME,
        "there is no git on PATH that works",
        "install git: specs are reviewed in it, though validate, render and plan work without");
  }
}
