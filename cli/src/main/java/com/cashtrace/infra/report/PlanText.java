package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.Action;
import com.cashtrace.infra.plan.ComponentSummary;
import com.cashtrace.infra.plan.PlannedChange;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;

/** A plan for a person at a terminal or in a build log. */
public final class PlanText implements PlanReport.Format {

  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private final boolean colour;

  /** Colour is used only when told; this class does not look at the terminal itself. */
  public PlanText(boolean colour) {
    this.colour = colour;
  }

  @Override
  public void write(PlanReport value, Appendable out) throws IOException {
    String terraform = SafeText.of(value.summary().header().terraformVersion());
    line(out, Style.BOLD.of(value.environment(), colour) + ", planned by terraform " + terraform);
    line(out, INDENT + SafeText.of(value.provider()));
    for (String argument : value.arguments()) {
      line(out, INDENT + "terraform was also told: " + SafeText.of(argument));
    }
    line(out, "");
    for (ComponentSummary component : value.summary().components()) {
      component(component, out);
    }
    end(value, out);
  }

  private void component(ComponentSummary component, Appendable out) throws IOException {
    if (!component.counts().hasChanges() && component.sizes().isEmpty()) {
      return;
    }
    String counts = PlanWords.counts(component.counts());
    line(out, Style.BOLD.of(SafeText.of(component.name()), colour) + ": " + counts);
    String created = PlanWords.created(component);
    if (!created.isEmpty()) {
      wrapped(out, Style.GREEN.of("+", colour) + " ", created);
    }
    for (PlannedChange change : PlanWords.notable(component)) {
      String mark = colourOf(change.action()).of(PlanWords.mark(change), colour);
      line(out, INDENT + mark + " " + SafeText.of(PlanWords.headline(change)));
      for (String difference : PlanWords.differences(change)) {
        line(out, INDENT.repeat(3) + SafeText.of(difference));
      }
    }
    for (String note : component.notes()) {
      line(out, INDENT + Style.YELLOW.of("!", colour) + " " + note);
    }
    if (!component.sizes().isEmpty()) {
      wrapped(out, "has ", PlanWords.sizes(component));
    }
  }

  private void end(PlanReport value, Appendable out) throws IOException {
    line(out, "");
    var problems = new ProblemText(colour);
    for (Problem problem : value.problems()) {
      problems.append(problem, out);
    }
    if (value.summary().header().drifted() > 0) {
      line(
          out, value.summary().header().drifted() + " resources were changed outside of terraform");
    }
    line(out, value.totals());
    if (value.places().isPresent()) {
      line(out, SafeText.of(value.places().get()));
    }
    KeptPlan kept = value.kept();
    if (kept != null) {
      line(out, SafeText.of("Kept: " + kept.name() + " at " + kept.place()));
      line(out, SafeText.of("Recorded: " + kept.receipt()));
    }
    String verdict = value.verdict();
    boolean refused = value.problems().stream().anyMatch(Problem::isError);
    line(out, (refused ? Style.RED : Style.GREEN).of(verdict, colour));
  }

  /** Words of a list, as many on a line as fit, the next lines under the first. */
  private static void wrapped(Appendable out, String head, String list) throws IOException {
    var line = new StringBuilder(INDENT).append(head);
    int length = INDENT.length();
    for (String word : SafeText.of(list).split(" ", -1)) {
      if (length + word.length() > WIDTH) {
        out.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT.repeat(2));
        length = line.length();
      }
      line.append(word).append(' ');
      length += word.length() + 1;
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(text).append('\n');
  }

  private static Style colourOf(Action action) {
    return switch (action) {
      case CREATE -> Style.GREEN;
      case DELETE, REPLACE -> Style.RED;
      case UPDATE, FORGET, READ, NO_OP -> Style.YELLOW;
    };
  }
}
