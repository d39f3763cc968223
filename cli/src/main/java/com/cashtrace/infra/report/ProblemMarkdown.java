package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.util.List;

/** Problems below a heading, as a page for people that GitHub shows. */
public final class ProblemMarkdown {

  /** Writes the heading, and the problems where nothing in them is markup. */
  public void write(String heading, List<Problem> problems, Appendable out) throws IOException {
    out.append("### ").append(MarkdownText.cell(heading)).append("\n");
    if (!problems.isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (Problem problem : problems) {
        new ProblemText(false).append(problem, text);
      }
      out.append('\n').append(PlanMarkdown.block("text", text.toString()));
    }
  }
}
