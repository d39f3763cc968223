package com.cashtrace.infra.report;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.plan.StateOutput;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a plan that was carried out, ready to be written in any format.
 *
 * @param environment its name
 * @param destroys true if the plan destroys the environment
 * @param plan the SHA-256 of its binary file
 * @param outcome how it ended
 * @param progress how far it came
 * @param state the state that counts now, or null if there is none or it could not be seen
 * @param residency where the data of that state is, or null if it was not judged
 * @param outputs of that state, masked
 * @param problems what went wrong and what is wrong now, sorted
 * @param record the number and digest of the record of its end in the trail, or null if that could
 *     not be written
 * @param duration how long it took, or null where that is of no interest
 */
public record ApplyReport(
    String environment,
    boolean destroys,
    String plan,
    Details.Outcome outcome,
    Progress progress,
    @Nullable StateHead state,
    @Nullable Verdict residency,
    SortedMap<String, StateOutput> outputs,
    List<Problem> problems,
    @Nullable String record,
    @Nullable Duration duration) {

  /** Sorts the problems. */
  public ApplyReport {
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    problems = problems.stream().distinct().sorted().toList();
  }

  /**
   * How far it came.
   *
   * @param done resources that were changed
   * @param all how many the plan changes; what is only moved or imported is not counted
   */
  public record Progress(int done, int all) {}

  /** One format in which it is written. */
  public interface Format {

    /** Writes the whole report, with LF line ends and one at its end. */
    void write(ApplyReport value, Appendable out) throws IOException;
  }

  /** What the command returns. */
  public ExitCode exitCode() {
    return switch (outcome) {
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case FAILED -> ExitCode.FAILED;
      case DONE -> {
        if (residency == null || record == null) {
          yield ExitCode.FAILED;
        }
        yield errors() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
      }
    };
  }

  /** What was done, in one line. */
  public String totals() {
    String verb = destroys ? "destroyed" : "changed";
    return String.format(
        Locale.ROOT, "%d of %d resources %s", progress.done(), progress.all(), verb);
  }

  /** Where the data is now, in one line; empty if that was not judged. */
  public Optional<String> places() {
    return Optional.ofNullable(residency)
        .map(verdict -> "Residency of the state: " + ScannedDocument.words(verdict));
  }

  /** The last word, in one line. */
  public String verdict() {
    String name = destroys ? "Destroy: " : "Apply: ";
    String word = outcome.name().toLowerCase(Locale.ROOT);
    return name
        + switch (outcome) {
          case FAILED, INTERRUPTED -> word + "; the next run goes on from there";
          case DONE -> {
            if (exitCode() == ExitCode.OK) {
              yield word + ", the state passed";
            }
            yield word + ", but look above: " + errors() + (errors() == 1 ? " error" : " errors");
          }
        };
  }

  private long errors() {
    return problems.stream().filter(Problem::isError).count();
  }
}
