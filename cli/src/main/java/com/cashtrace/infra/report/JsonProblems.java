package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

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
    describe(value.problems(), root);
    json.write(root, out);
  }

  /** Puts problems into a document, or a part of it, as {@code problems}. */
  static void describe(List<Problem> problems, ObjectNode root) {
    ArrayNode nodes = root.putArray("problems");
    problems.forEach(problem -> describe(problem, nodes.addObject()));
  }

  private static void describe(Problem problem, ObjectNode node) {
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
