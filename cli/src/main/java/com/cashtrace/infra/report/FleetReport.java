package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a command gave that worked on several environments.
 *
 * @param checked what their check alone returns
 * @param problems what it found
 * @param entries the environments, by name
 */
public record FleetReport(ExitCode checked, List<Problem> problems, List<Entry> entries) {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  /** Copies the lists. */
  public FleetReport {
    problems = List.copyOf(problems);
    entries = List.copyOf(entries);
  }

  /**
   * What one environment gave.
   *
   * @param environment its name
   * @param code what a command for it alone returns
   * @param result what it told on stdout; empty if it came to no result
   * @param problems what stood in the way of one
   */
  public record Entry(String environment, ExitCode code, String result, List<Problem> problems) {

    /** Copies the problems. */
    public Entry {
      problems = List.copyOf(problems);
    }
  }

  /** What the command returns. */
  public ExitCode exitCode() {
    return entries.stream().map(Entry::code).reduce(checked, ExitCode::and);
  }

  /** One line, such as {@code 3 environments: 2 done, 1 failed}. */
  public String sum() {
    List<String> parts = new ArrayList<>();
    Arrays.stream(ExitCode.values())
        .sorted(Comparator.comparing(ExitCode::ordinal))
        .forEach(
            code -> {
              long count = entries.stream().filter(entry -> entry.code() == code).count();
              if (count > 0) {
                parts.add(count + " " + words(code));
              }
            });
    String environments = entries.size() == 1 ? " environment: " : " environments: ";
    return entries.size() + environments + String.join(", ", parts);
  }

  private static String words(ExitCode code) {
    return switch (code) {
      case OK -> "done";
      case CHANGES -> "done with changes";
      case FINDINGS -> "with findings";
      case FAILED -> "failed";
      case INTERRUPTED -> "interrupted";
      case BUG -> "failed by a fault of the program";
      case USAGE -> "asked wrongly";
    };
  }

  /** All results as one document; {@code schemas/report/fleet.schema.json} describes it. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("exitCode", exitCode().value());
    var array = root.putArray("environments");
    for (Entry entry : entries) {
      ObjectNode node = array.addObject();
      node.put("environment", entry.environment());
      node.put("exitCode", entry.code().value());
      if (!entry.result().isEmpty()) {
        node.set("result", new JsonMapper().readTree(entry.result()));
      }
      JsonProblems.describe(entry.problems(), node);
    }
    JsonProblems.describe(problems, root);
    json.write(root, out);
  }
}
