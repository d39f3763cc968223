package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.io.IOException;

/**
 * Problems as workflow commands, which GitHub Actions turns into annotations of the changed files;
 * the syntax is that of the Actions toolkit.
 */
public final class GithubProblems implements ProblemReport {

  @Override
  public void write(CheckResult value, Appendable out) throws IOException {
    for (Problem problem : value.problems()) {
      out.append("::").append(command(problem.severity())).append(' ');
      Location location = problem.location();
      if (location != null) {
        place(location, out);
      }
      out.append("title=").append(property(problem.code()));
      out.append("::").append(message(problem)).append('\n');
    }
    out.append(value.summary()).append('\n');
  }

  private static void place(Location location, Appendable out) throws IOException {
    out.append("file=").append(property(location.file())).append(',');
    if (location.line() > 0) {
      out.append("line=" + location.line() + ",");
    }
    if (location.column() > 0) {
      out.append("col=" + location.column() + ",");
    }
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String message(Problem problem) {
    String message = data(SafeText.of(problem.message()));
    String hint = problem.hint();
    return hint == null ? message : message + data("\nhint: " + SafeText.of(hint));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(SafeText.of(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
