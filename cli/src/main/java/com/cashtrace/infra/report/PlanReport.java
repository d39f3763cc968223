package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.Counts;
import com.cashtrace.infra.plan.PlanSummary;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.residency.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A judged plan of one environment, ready to be written in any format.
 *
 * @param environment its name
 * @param summary what the plan does
 * @param residency where its data is and goes, or null if that was not judged
 * @param problems what stands against it, sorted
 * @param provider where terraform got its provider from, one sentence
 * @param arguments arguments that the user gave terraform through its environment, as they were
 * @param duration how long it took, or null where that is of no interest
 * @param kept where the plan was put to be approved and applied, or null if it was not
 */
public record PlanReport(
    String environment,
    PlanSummary summary,
    @Nullable Verdict residency,
    List<Problem> problems,
    String provider,
    List<String> arguments,
    @Nullable Duration duration,
    @Nullable KeptPlan kept) {

  /** The value of a {@code -var} argument may be a secret, however it is quoted. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(-var[= ]+)(?:'([\\w-]+=)[^']*'|\"([\\w-]+=)[^\"]*\""
              + "|([\\w-]+=)(?:'[^']*'|\"[^\"]*\"|\\S+))");

  /** Sorts the problems; hides the values of variables among the arguments. */
  public PlanReport {
    problems = problems.stream().distinct().sorted().toList();
    arguments = arguments.stream().map(PlanReport::hidden).toList();
  }

  /** An argument without the values of variables. */
  static String hidden(String argument) {
    return VARIABLE.matcher(argument).replaceAll("$1$2$3$4(sensitive)");
  }

  /** The same with more against it. */
  public PlanReport with(List<Problem> more) {
    List<Problem> all = Stream.concat(problems.stream(), more.stream()).toList();
    return new PlanReport(
        environment, summary, residency, all, provider, arguments, duration, kept);
  }

  /** The same, now that it was put somewhere. */
  public PlanReport with(KeptPlan place) {
    return new PlanReport(
        environment, summary, residency, problems, provider, arguments, duration, place);
  }

  /** One format in which a plan is written. */
  public interface Format {

    /** Writes the whole report, with LF line ends and one at its end. */
    void write(PlanReport value, Appendable out) throws IOException;
  }

  /**
   * What the command returns.
   *
   * @param detailed true if changes are to be told from no changes
   */
  public ExitCode exitCode(boolean detailed) {
    if (errors() > 0) {
      return ExitCode.FINDINGS;
    }
    return detailed && summary.total().hasChanges() ? ExitCode.CHANGES : ExitCode.OK;
  }

  /** True if nothing stands against it. */
  public boolean passed() {
    return errors() == 0;
  }

  /** One line that counts all changes, each kind also where there is none. */
  public String totals() {
    Counts total = summary.total();
    String forgotten = total.forget() == 0 ? "" : ", " + total.forget() + " to forget";
    return String.format(
        Locale.ROOT,
        "Plan: %d to add, %d to change, %d to replace, %d to destroy%s, %d moved, %d imported",
        total.create(),
        total.update(),
        total.replace(),
        total.delete(),
        forgotten,
        total.move(),
        total.importing());
  }

  /** Where the data is and goes, in one line; empty if that was not judged. */
  public Optional<String> places() {
    return Optional.ofNullable(residency)
        .map(verdict -> "Residency: " + ScannedDocument.words(verdict));
  }

  /** The last word, in one line. */
  public String verdict() {
    if (errors() > 0) {
      return "Verdict: refused, " + errors() + (errors() == 1 ? " error" : " errors");
    }
    int losses = summary.losses().size();
    if (losses > 0) {
      return "Verdict: passed, with leave to destroy "
          + losses
          + (losses == 1 ? " store" : " stores");
    }
    return summary.total().hasChanges()
        ? "Verdict: passed, no store is destroyed"
        : "Verdict: passed, nothing changes";
  }

  private long errors() {
    return problems.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
  }
}
