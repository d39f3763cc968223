package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.problem.Severity;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Problems as SARIF 2.1.0, which code scanning of GitHub and other platforms reads. A problem of
 * the machine has no place in a file and becomes a notification of the tool.
 */
public final class SarifProblems implements ProblemReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String ROOT = "PROJECT";

  private final JsonText json = new JsonText();
  private final String version;
  private final Map<String, ProblemKind> kinds;

  /**
   * Writes as the given version of this program.
   *
   * @param kinds code to what {@code explain} knows about it
   */
  public SarifProblems(String version, Map<String, ProblemKind> kinds) {
    this.version = version;
    this.kinds = Map.copyOf(kinds);
  }

  @Override
  public void write(CheckResult value, Appendable out) throws IOException {
    List<String> codes =
        value.problems().stream()
            .filter(problem -> problem.location() != null)
            .map(Problem::code)
            .distinct()
            .sorted()
            .toList();
    ObjectNode root = json.object().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "cashtrace-infra").put("version", version);
    SarifRules rules = new SarifRules(kinds);
    ArrayNode ruleList = driver.putArray("rules");
    codes.forEach(code -> rules.describe(code, ruleList.addObject()));
    invocation(value, run.putArray("invocations").addObject());
    run.putObject("originalUriBaseIds")
        .putObject(ROOT)
        .putObject("description")
        .put("text", "The folder that holds environments/");
    run.put("columnKind", "unicodeCodePoints");
    results(value, codes, run.putArray("results"));
    json.write(root, out);
  }

  private static void invocation(CheckResult value, ObjectNode node) {
    node.put("executionSuccessful", value.problems().stream().noneMatch(p -> p.location() == null));
    node.put("exitCode", value.exitCode().value());
    ArrayNode notifications = node.putArray("toolExecutionNotifications");
    for (Problem problem : value.problems()) {
      if (problem.location() == null) {
        ObjectNode notification = notifications.addObject();
        notification.putObject("descriptor").put("id", problem.code());
        notification.put("level", level(problem.severity()));
        notification.putObject("message").put("text", message(problem));
      }
    }
  }

  private static void results(CheckResult value, List<String> codes, ArrayNode results) {
    Map<String, Integer> seen = new HashMap<>();
    for (Problem problem : value.problems()) {
      Location location = problem.location();
      if (location != null) {
        ObjectNode result = results.addObject();
        result.put("ruleId", problem.code()).put("ruleIndex", codes.indexOf(problem.code()));
        result.put("level", level(problem.severity()));
        result.putObject("message").put("text", message(problem));
        place(location, result.putArray("locations").addObject());
        String print = SarifFingerprint.of(problem, location);
        int before = seen.merge(print, 1, Integer::sum) - 1;
        result.putObject("partialFingerprints").put("problem/v1", print + ":" + before);
      }
    }
  }

  private static void place(Location location, ObjectNode node) {
    ObjectNode physical = node.putObject("physicalLocation");
    ObjectNode artifact = physical.putObject("artifactLocation");
    boolean absolute = location.file().startsWith("/");
    artifact.put("uri", (absolute ? "file://" : "") + encoded(location.file()));
    if (!absolute) {
      artifact.put("uriBaseId", ROOT);
    }
    ObjectNode region = physical.putObject("region");
    // code scanning of GitHub wants a line, also for a problem of the file as a whole
    region.put("startLine", Math.max(1, location.line()));
    if (location.column() > 0) {
      region.put("startColumn", location.column());
    }
    if (location.excerpt() != null) {
      region.putObject("snippet").put("text", location.excerpt());
    }
  }

  private static String level(Severity severity) {
    return severity.word();
  }

  private static String message(Problem problem) {
    return problem.hint() == null
        ? problem.message()
        : problem.message() + "\nhint: " + problem.hint();
  }

  private static String encoded(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "/-._~".indexOf(b) >= 0);
      uri.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
    return uri.toString();
  }
}
