package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.io.IOException;

/**
 * One problem as a person reads it: a line, the source line with a caret, a hint.
 *
 * @param colour true to use the colours of a terminal
 */
public record ProblemText(boolean colour) {

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String FAINT = "\u001b[2m";

  /** Writes the problem with a line end behind each of its lines. */
  public void append(Problem problem, Appendable out) throws IOException {
    Location location = problem.location();
    String severity = problem.severity().word() + "[" + SafeText.of(problem.code()) + "]";
    if (location != null) {
      out.append(styled(BOLD, SafeText.of(location.toString()) + ":")).append(' ');
    }
    out.append(styled(colourOf(problem.severity()), severity));
    out.append(": ").append(SafeText.of(problem.message())).append('\n');
    if (location != null) {
      excerpt(location, colourOf(problem.severity()), out);
    }
    if (problem.hint() != null) {
      out.append("  hint: ").append(SafeText.of(problem.hint())).append('\n');
    }
  }

  private void excerpt(Location location, String caretColour, Appendable out) throws IOException {
    if (location.line() == 0 || location.excerpt() == null || location.excerpt().isBlank()) {
      return;
    }
    Excerpt excerpt = Excerpt.of(location.excerpt(), location.column());
    out.append(styled(FAINT, String.format("%5d |", location.line())));
    out.append(' ').append(excerpt.text()).append('\n');
    if (location.column() > 0) {
      out.append(styled(FAINT, "      |")).append(" ".repeat(excerpt.indent() + 1));
      out.append(styled(caretColour, "^")).append('\n');
    }
  }

  private String styled(String style, String text) {
    return colour ? style + text + RESET : text;
  }

  private static String colourOf(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001b[1;31m";
      case WARNING -> "\u001b[1;33m";
      case NOTE -> "\u001b[1;36m";
    };
  }
}
