package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.Action;
import com.cashtrace.infra.plan.ComponentSummary;
import com.cashtrace.infra.plan.PlannedChange;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;

/** Drift for a person at a terminal or in a build log. */
public final class DriftText implements DriftReport.Format {

  private static final String INDENT = "  ";
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";

  private final boolean colour;

  /** Colour is used only when told; this class does not look at the terminal itself. */
  public DriftText(boolean colour) {
    this.colour = colour;
  }

  @Override
  public void write(DriftReport value, Appendable out) throws IOException {
    String terraform = SafeText.of(value.drift().header().terraformVersion());
    line(out, styled(BOLD, value.environment()) + ", refreshed by terraform " + terraform);
    for (String argument : value.arguments()) {
      line(out, INDENT + "terraform was also told: " + SafeText.of(argument));
    }
    for (ComponentSummary component : value.drift().drifted()) {
      String counts = DriftReport.words(component.counts());
      line(out, styled(BOLD, SafeText.of(component.name())) + ": " + counts);
      for (PlannedChange change : component.changes()) {
        String colourOf = change.action() == Action.DELETE ? RED : YELLOW;
        change(change, colourOf, out);
      }
    }
    if (!value.drift().unset().isEmpty()) {
      line(out, "set by nothing in the root, and no drift:");
      for (PlannedChange change : value.drift().unset()) {
        change(change, "", out);
      }
    }
    for (Problem problem : value.problems()) {
      new ProblemText(colour).append(problem, out);
    }
    line(out, SafeText.of(value.places()));
    line(out, styled(value.hasDrift() ? RED : GREEN, value.sum()));
  }

  private void change(PlannedChange change, String style, Appendable out) throws IOException {
    String mark = PlanWords.mark(change);
    String styled = style.isEmpty() ? mark : styled(style, mark);
    line(out, INDENT + styled + " " + SafeText.of(headline(change)));
    for (String difference : PlanWords.differences(change)) {
      line(out, INDENT.repeat(3) + SafeText.of(difference));
    }
  }

  /** What became of one resource. */
  static String headline(PlannedChange change) {
    return change.address() + (change.action() == Action.DELETE ? " is gone" : " was changed");
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(text).append('\n');
  }

  private String styled(String style, String text) {
    return colour ? style + text + RESET : text;
  }
}
