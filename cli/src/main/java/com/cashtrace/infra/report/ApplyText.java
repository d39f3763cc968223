package com.cashtrace.infra.report;

import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.plan.StateOutput;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.util.Map;

/** What became of a plan, for a person at a terminal or in a build log. */
public final class ApplyText implements ApplyReport.Format {

  private final boolean colour;

  /** Colour is used only when told; this class does not look at the terminal itself. */
  public ApplyText(boolean colour) {
    this.colour = colour;
  }

  @Override
  public void write(ApplyReport value, Appendable out) throws IOException {
    ProblemText problems = new ProblemText(colour);
    for (Problem problem : value.problems()) {
      problems.append(problem, out);
    }
    line(out, value.environment() + ": " + value.totals());
    StateHead state = value.state();
    if (state != null) {
      line(out, "State: serial " + state.serial() + ", lineage " + state.lineage());
    }
    if (value.places().isPresent()) {
      line(out, value.places().get());
    }
    outputs(value, out);
    if (value.record() != null) {
      line(out, "Trail: " + value.record());
    }
    boolean good = value.exitCode() == ExitCode.OK;
    Style style = good ? Style.GREEN : Style.RED;
    out.append(style.of(SafeText.of(value.verdict()), colour)).append('\n');
  }

  private static void outputs(ApplyReport value, Appendable out) throws IOException {
    if (value.outputs().isEmpty()) {
      return;
    }
    line(out, "Outputs:");
    for (Map.Entry<String, StateOutput> output : value.outputs().entrySet()) {
      line(out, "  " + output.getKey() + " = " + output.getValue().json());
    }
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(SafeText.of(text)).append('\n');
  }
}
