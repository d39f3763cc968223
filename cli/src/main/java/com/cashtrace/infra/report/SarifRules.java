package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.problem.Severity;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of problems as SARIF describes rules.
 *
 * @param kinds code to what is known about it
 */
record SarifRules(Map<String, ProblemKind> kinds) {

  /** Fills in one rule; a code that nothing is known about gets its name and no more. */
  void describe(String code, ObjectNode rule) {
    rule.put("id", code);
    @Nullable ProblemKind kind = kinds.get(code);
    if (kind == null) {
      return;
    }
    rule.putObject("shortDescription").put("text", kind.title());
    rule.putObject("fullDescription").put("text", kind.meaning());
    ObjectNode help = rule.putObject("help");
    help.put("text", kind.meaning() + "\n\n" + kind.fix() + "\n\n" + kind.example());
    help.put("markdown", markdown(kind));
    rule.putObject("defaultConfiguration").put("level", kind.severity().word());
    ObjectNode properties = rule.putObject("properties");
    ArrayNode tags = properties.putArray("tags");
    kind.requirements().forEach(tags::add);
    properties.put("problem.severity", weight(kind.severity()));
  }

  private static String markdown(ProblemKind kind) {
    StringBuilder text = new StringBuilder(kind.meaning().strip()).append("\n\n");
    text.append(kind.fix().strip()).append("\n\n```yaml\n");
    text.append(kind.example().strip()).append("\n```\n");
    kind.sources().forEach(source -> text.append("\nSource: ").append(source).append('\n'));
    return text.toString();
  }

  /** The words that code scanning sorts by. */
  private static String weight(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "recommendation";
    };
  }
}
