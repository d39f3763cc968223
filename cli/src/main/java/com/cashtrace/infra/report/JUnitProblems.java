package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Problems as a JUnit report: a test case for each environment, and one for each other file that
 * has problems. Errors make it fail; warnings and notes are its output.
 */
public final class JUnitProblems implements ProblemReport {

  private static final String MACHINE = "(no file)";

  private final ProblemText text = new ProblemText(false);

  @Override
  public void write(CheckResult value, Appendable out) throws IOException {
    Map<String, List<Problem>> cases = new LinkedHashMap<>();
    value.checked().forEach(checked -> cases.put(checked.file(), new ArrayList<>()));
    for (Problem problem : value.problems()) {
      String file = problem.location() == null ? MACHINE : problem.location().file();
      cases.computeIfAbsent(file, key -> new ArrayList<>()).add(problem);
    }
    long failures = cases.values().stream().filter(JUnitProblems::fails).count();
    String counts = "tests=\"" + cases.size() + "\" failures=\"" + failures + "\" errors=\"0\"";
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites name=\"cashtrace-infra\" " + counts + ">\n");
    out.append("  <testsuite name=\"environments\" " + counts + " skipped=\"0\" time=\"0\">\n");
    for (Map.Entry<String, List<Problem>> entry : cases.entrySet()) {
      testCase(name(value, entry.getKey()), entry.getKey(), entry.getValue(), out);
    }
    out.append("  </testsuite>\n</testsuites>\n");
  }

  private static String name(CheckResult value, String file) {
    return value.checked().stream()
        .filter(checked -> checked.file().equals(file))
        .map(CheckedFile::environment)
        .findFirst()
        .orElse(file);
  }

  private static boolean fails(List<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError);
  }

  private void testCase(String name, String file, List<Problem> problems, Appendable out)
      throws IOException {
    out.append("    <testcase name=\"" + xml(name) + "\" classname=\"" + xml(file) + "\"");
    out.append(MACHINE.equals(file) ? "" : " file=\"" + xml(file) + "\"");
    out.append(problems.isEmpty() ? " time=\"0\"/>\n" : " time=\"0\">\n");
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      String message = errors.size() == 1 ? errors.get(0).message() : errors.size() + " errors";
      out.append("      <failure type=\"" + xml(errors.get(0).code()) + "\" message=\"");
      out.append(xml(message)).append("\">").append(body(errors)).append("</failure>\n");
    }
    List<Problem> others = problems.stream().filter(problem -> !problem.isError()).toList();
    if (!others.isEmpty()) {
      out.append("      <system-out>").append(body(others)).append("</system-out>\n");
    }
    out.append(problems.isEmpty() ? "" : "    </testcase>\n");
  }

  private String body(List<Problem> problems) throws IOException {
    StringBuilder lines = new StringBuilder("\n");
    for (Problem problem : problems) {
      text.append(problem, lines);
    }
    return markup(lines.toString());
  }

  private static String xml(String value) {
    return markup(SafeText.of(value));
  }

  /** SafeText has replaced what XML 1.0 forbids; only its own marks are left to escape. */
  private static String markup(String safe) {
    return safe.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
