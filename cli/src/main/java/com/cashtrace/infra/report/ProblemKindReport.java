package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.ProblemKind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * What {@code explain CODE} prints.
 *
 * @param kind what is known about the code
 */
public record ProblemKindReport(ProblemKind kind) {

  /** For a person. */
  public void text(Appendable out) throws IOException {
    out.append(kind.code()).append(": ").append(kind.title());
    out.append(" (" + kind.severity().word() + ")\n\n");
    out.append(Paragraphs.wrapped(kind.meaning(), "")).append('\n');
    out.append(Paragraphs.wrapped(kind.fix(), "")).append('\n');
    for (String line : kind.example().strip().lines().toList()) {
      out.append("    ").append(line).append('\n');
    }
    out.append("\nrequirements: ").append(String.join(", ", kind.requirements())).append('\n');
    for (String source : kind.sources()) {
      out.append("source: ").append(source).append('\n');
    }
  }

  /** For a program. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object();
    root.put("formatVersion", 1);
    root.put("code", kind.code()).put("severity", kind.severity().word());
    root.put("title", kind.title()).put("meaning", kind.meaning());
    root.put("fix", kind.fix()).put("example", kind.example());
    ArrayNode requirements = root.putArray("requirements");
    kind.requirements().forEach(requirements::add);
    ArrayNode sources = root.putArray("sources");
    kind.sources().forEach(sources::add);
    json.write(root, out);
  }
}
