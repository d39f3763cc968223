package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.Action;
import com.cashtrace.infra.plan.ComponentSummary;
import com.cashtrace.infra.plan.PlannedChange;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;

/** Drift for a person at a terminal or in a build log. */
public final class DriftText implements DriftReport.Format {

  private static final String INDENT = "  ";

  private final boolean colour;

  /** Colour is used only when told; this class does not look at the terminal itself. */
  public DriftText(boolean colour) {
    this.colour = colour;
  }

  @Override
  public void write(DriftReport value, Appendable out) throws IOException {
    String terraform = SafeText.of(value.drift().header().terraformVersion());
    line(out, Style.BOLD.of(value.environment(), colour) + ", refreshed by terraform " + terraform);
    for (String argument : value.arguments()) {
      line(out, INDENT + "terraform was also told: " + SafeText.of(argument));
    }
    for (ComponentSummary component : value.drift().drifted()) {
      String counts = DriftReport.words(component.counts());
      line(out, Style.BOLD.of(SafeText.of(component.name()), colour) + ": " + counts);
      for (PlannedChange change : component.changes()) {
        change(change, change.action() == Action.DELETE ? Style.RED : Style.YELLOW, out);
      }
    }
    if (!value.drift().unset().isEmpty()) {
      line(out, "set by nothing in the root, and no drift:");
      for (PlannedChange change : value.drift().unset()) {
        change(change, Style.PLAIN, out);
      }
    }
    for (Problem problem : value.problems()) {
      new ProblemText(colour).append(problem, out);
    }
    line(out, SafeText.of(value.places()));
    line(out, (value.hasDrift() ? Style.RED : Style.GREEN).of(value.sum(), colour));
  }

  private void change(PlannedChange change, Style style, Appendable out) throws IOException {
    String mark = style.of(PlanWords.mark(change), colour);
    line(out, INDENT + mark + " " + SafeText.of(headline(change)));
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
}
