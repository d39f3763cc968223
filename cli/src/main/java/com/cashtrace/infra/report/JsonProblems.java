package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Problems for programs; {@code schemas/report/problems.schema.json} describes the document. */
public final class JsonProblems implements ProblemReport {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  private final JsonText json = new JsonText();

  @Override
  public void write(CheckResult value, Appendable out) throws IOException {
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("exitCode", value.exitCode().value());
    ObjectNode summary = root.putObject("summary");
    summary.put("environments", value.checked().size());
    for (Severity severity : Severity.values()) {
      summary.put(severity.word() + "s", value.count(severity));
    }
    var checked = root.putArray("checked");
    value
        .checked()
        .forEach(
            c -> checked.addObject().put("environment", c.environment()).put("file", c.file()));
    var problems = root.putArray("problems");
    value.problems().forEach(problem -> describe(problem, problems.addObject()));
    json.write(root, out);
  }

  static void describe(Problem problem, ObjectNode node) {
    node.put("severity", problem.severity().word());
    node.put("code", problem.code());
    node.put("message", problem.message());
    if (problem.hint() != null) {
      node.put("hint", problem.hint());
    }
    Location location = problem.location();
    if (location == null) {
      return;
    }
    ObjectNode place = node.putObject("location");
    place.put("file", location.file());
    if (location.line() > 0) {
      place.put("line", location.line());
    }
    if (location.column() > 0) {
      place.put("column", location.column());
    }
    if (location.excerpt() != null) {
      place.put("excerpt", location.excerpt());
    }
  }
}
