package com.cashtrace.infra.command;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Verdict;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which things that are no errors count as findings for the exit code. */
final class FailOn {

  /** What the option takes. */
  enum Cause {
    warning,
    upcoming,
    unclear
  }

  private final OptionSpec causes =
      OptionSpec.builder("--fail-on")
          .paramLabel("WHAT")
          .type(List.class)
          .auxiliaryTypes(Cause.class)
          .splitRegex(",")
          .description(
              "Exit 3 for these too: warning (any), upcoming (a rule that begins to bind later),"
                  + " unclear (the law is silent). May be given several times.")
          .build();

  /** Gives a command the option. */
  void addTo(CommandSpec spec) {
    spec.addOption(causes);
  }

  /** The result with the exit code that the options ask for. */
  CheckResult apply(CheckResult result, List<Verdict> verdicts) {
    List<Cause> given = causes.getValue();
    boolean fails =
        given != null && given.stream().anyMatch(cause -> isMet(cause, result, verdicts));
    return fails && result.exitCode() == ExitCode.OK
        ? new CheckResult(result.checked(), result.problems(), ExitCode.FINDINGS)
        : result;
  }

  private static boolean isMet(Cause cause, CheckResult result, List<Verdict> verdicts) {
    return switch (cause) {
      case warning -> result.count(Severity.WARNING) > 0;
      case upcoming -> has(verdicts, Exposure.UPCOMING);
      case unclear -> has(verdicts, Exposure.UNCLEAR);
    };
  }

  private static boolean has(List<Verdict> verdicts, Exposure exposure) {
    return verdicts.stream()
        .flatMap(verdict -> verdict.findings().stream())
        .anyMatch(finding -> finding.exposure() == exposure && finding.waiver() == null);
  }
}
