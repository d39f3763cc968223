package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a check found, ready to be written in any format.
 *
 * @param checked the specs that were looked at
 * @param problems what is wrong with them, sorted by place; a problem of a file that several specs
 *     extend stands here once
 * @param exitCode what the command returns for it
 */
public record CheckResult(List<CheckedFile> checked, List<Problem> problems, ExitCode exitCode) {

  /**
   * Sorts the problems and drops those that are told twice. A line whose text one problem withholds
   * (it holds a secret) is not shown by another problem either.
   */
  public CheckResult {
    checked = List.copyOf(checked);
    Set<String> withheld =
        problems.stream()
            .map(Problem::location)
            .filter(location -> location != null && location.excerpt() == null)
            .map(CheckResult::line)
            .collect(Collectors.toSet());
    problems =
        problems.stream().map(problem -> without(withheld, problem)).distinct().sorted().toList();
  }

  private static Problem without(Set<String> lines, Problem problem) {
    Location at = problem.location();
    if (at == null || !lines.contains(line(at))) {
      return problem;
    }
    Location bare = new Location(at.file(), at.line(), at.column(), null);
    return new Problem(problem.severity(), problem.code(), problem.message(), bare, problem.hint());
  }

  private static String line(Location location) {
    return location.file() + ":" + location.line();
  }

  /** The result whose exit code follows from the problems alone: only errors are findings. */
  public static CheckResult of(List<CheckedFile> checked, List<Problem> problems) {
    boolean failed = problems.stream().anyMatch(Problem::isError);
    return new CheckResult(checked, problems, failed ? ExitCode.FINDINGS : ExitCode.OK);
  }

  /** How many problems weigh this much. */
  public int count(Severity severity) {
    return (int) problems.stream().filter(problem -> problem.severity() == severity).count();
  }

  /** One line, such as {@code 3 environments, 2 errors, 1 warning}. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    parts.add(counted(checked.size(), "environment"));
    for (Severity severity : Severity.values()) {
      if (count(severity) > 0) {
        parts.add(counted(count(severity), severity.word()));
      }
    }
    if (problems.isEmpty()) {
      parts.add("no problems");
    }
    return String.join(", ", parts);
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
