package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.Counts;
import com.cashtrace.infra.plan.Drift;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an environment is beside what its state says, ready to be written in any format.
 *
 * @param environment its name
 * @param drift what somebody changed
 * @param residency where its data really is and goes
 * @param problems what stands against it, sorted
 * @param arguments arguments that the user gave terraform through its environment
 * @param duration how long it took, or null where that is of no interest
 */
public record DriftReport(
    String environment,
    Drift drift,
    Verdict residency,
    List<Problem> problems,
    List<String> arguments,
    @Nullable Duration duration) {

  /** Sorts the problems; hides the values of variables among the arguments. */
  public DriftReport {
    problems = problems.stream().distinct().sorted().toList();
    arguments = arguments.stream().map(PlanReport::hidden).toList();
  }

  /** One format in which drift is written. */
  public interface Format {

    /** Writes the whole report, with LF line ends and one at its end. */
    void write(DriftReport value, Appendable out) throws IOException;
  }

  /**
   * What the command returns.
   *
   * @param detailed true if drift is to be told from none
   */
  public ExitCode exitCode(boolean detailed) {
    if (problems.stream().anyMatch(Problem::isError)) {
      return ExitCode.FINDINGS;
    }
    return detailed && hasDrift() ? ExitCode.CHANGES : ExitCode.OK;
  }

  /** True if a resource is not what the root says any more. */
  public boolean hasDrift() {
    return drift.total().hasChanges();
  }

  /** One line, such as {@code Drift: 2 resources changed, 1 gone}. */
  public String sum() {
    return "Drift: " + words(drift.total());
  }

  /** The same of one component. */
  static String words(Counts counts) {
    List<String> parts = new ArrayList<>();
    if (counts.update() > 0) {
      parts.add(counts.update() + (counts.update() == 1 ? " resource" : " resources") + " changed");
    }
    if (counts.delete() > 0) {
      parts.add(counts.delete() + (counts.delete() == 1 ? " resource" : " resources") + " gone");
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  /** Where the data is and goes, in one line. */
  String places() {
    return "Residency: " + ScannedDocument.words(residency);
  }
}
