package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.io.IOException;
import java.util.Locale;

/**
 * One problem as a person reads it: a line, the source line with a caret, a hint.
 *
 * @param colour true to use the colours of a terminal
 */
public record ProblemText(boolean colour) {

  /** Writes the problem with a line end behind each of its lines. */
  public void append(Problem problem, Appendable out) throws IOException {
    Location location = problem.location();
    String severity = problem.severity().word() + "[" + SafeText.of(problem.code()) + "]";
    if (location != null) {
      out.append(Style.BOLD.of(SafeText.of(location.toString()) + ":", colour)).append(' ');
    }
    out.append(styleOf(problem.severity()).of(severity, colour));
    out.append(": ").append(SafeText.of(problem.message())).append('\n');
    if (location != null) {
      excerpt(location, styleOf(problem.severity()), out);
    }
    if (problem.hint() != null) {
      out.append("  hint: ").append(SafeText.of(problem.hint())).append('\n');
    }
  }

  private void excerpt(Location location, Style caret, Appendable out) throws IOException {
    if (location.line() == 0 || location.excerpt() == null || location.excerpt().isBlank()) {
      return;
    }
    Excerpt excerpt = Excerpt.of(location.excerpt(), location.column());
    out.append(Style.FAINT.of(String.format(Locale.ROOT, "%5d |", location.line()), colour));
    out.append(' ').append(excerpt.text()).append('\n');
    if (location.column() > 0) {
      out.append(Style.FAINT.of("      |", colour)).append(" ".repeat(excerpt.indent() + 1));
      out.append(caret.of("^", colour)).append('\n');
    }
  }

  private static Style styleOf(Severity severity) {
    return switch (severity) {
      case ERROR -> Style.STRONG_RED;
      case WARNING -> Style.STRONG_YELLOW;
      case NOTE -> Style.STRONG_CYAN;
    };
  }
}
