package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.Action;
import com.cashtrace.infra.plan.ComponentSummary;
import com.cashtrace.infra.plan.PlannedChange;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.util.List;

/** Drift as the text of an issue. Whatever may hold foreign text stands in a code block. */
public final class DriftMarkdown implements DriftReport.Format {

  @Override
  public void write(DriftReport value, Appendable out) throws IOException {
    out.append("<!-- cashtrace-infra drift ").append(value.environment()).append(" -->\n");
    out.append("### Drift of `").append(value.environment()).append("`\n\n");
    out.append("**").append(value.sum()).append("**\n\n");
    out.append(MarkdownText.cell(value.places())).append('\n');
    StringBuilder problems = new StringBuilder();
    for (Problem problem : value.problems()) {
      new ProblemText(false).append(problem, problems);
    }
    if (!problems.isEmpty()) {
      out.append('\n').append(PlanMarkdown.block("text", problems.toString()));
    }
    for (ComponentSummary component : value.drift().drifted()) {
      out.append("\n#### ").append(MarkdownText.cell(component.name())).append("\n\n");
      out.append(PlanMarkdown.block("diff", lines(component.changes())));
    }
    if (!value.drift().unset().isEmpty()) {
      out.append("\n<details><summary>Set by nothing in the root, and no drift</summary>\n\n");
      out.append(PlanMarkdown.block("diff", lines(value.drift().unset())));
      out.append("\n</details>\n");
    }
    if (value.hasDrift()) {
      out.append("\n`plan` shows how to get back to the spec; a change that shall stay belongs");
      out.append(" into the spec.\n");
    }
  }

  private static String lines(List<PlannedChange> changes) {
    StringBuilder lines = new StringBuilder();
    for (PlannedChange change : changes) {
      lines.append(change.action() == Action.DELETE ? "- " : "! ");
      lines.append(SafeText.of(DriftText.headline(change))).append('\n');
      for (String difference : PlanWords.differences(change)) {
        lines.append("      ").append(SafeText.of(difference)).append('\n');
      }
    }
    return lines.toString();
  }
}
