package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Problem;
import java.io.IOException;

/** Problems for a person at a terminal or in a build log, and a line that counts them. */
public final class TextProblems implements ProblemReport {

  private final ProblemText text;

  /** Colour is used only when told; this class does not look at the terminal itself. */
  public TextProblems(boolean colour) {
    this.text = new ProblemText(colour);
  }

  @Override
  public void write(CheckResult value, Appendable out) throws IOException {
    for (Problem problem : value.problems()) {
      text.append(problem, out);
    }
    out.append(value.summary()).append('\n');
  }
}
