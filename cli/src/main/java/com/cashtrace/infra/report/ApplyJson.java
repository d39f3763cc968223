package com.cashtrace.infra.report;

import com.cashtrace.infra.backend.StateHead;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/**
 * What became of a plan, for programs; {@code schemas/report/apply.schema.json} describes the
 * document.
 */
public final class ApplyJson implements ApplyReport.Format {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  private final JsonText json = new JsonText();

  @Override
  public void write(ApplyReport value, Appendable out) throws IOException {
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("environment", value.environment());
    root.put("exitCode", value.exitCode().value());
    root.put("operation", value.destroys() ? "destroy" : "apply");
    root.put("outcome", value.outcome().name().toLowerCase(Locale.ROOT));
    root.put("verdict", value.verdict());
    root.put("plan", value.plan());
    root.put("done", value.progress().done());
    root.put("all", value.progress().all());
    StateHead state = value.state();
    if (state != null) {
      root.putObject("state").put("serial", state.serial()).put("lineage", state.lineage());
    }
    if (value.residency() != null) {
      ScanJson.verdict(value.residency(), root.putObject("residency"));
    }
    ObjectNode outputs = root.putObject("outputs");
    for (var output : value.outputs().entrySet()) {
      ObjectNode node = outputs.putObject(output.getKey());
      node.put("sensitive", output.getValue().sensitive());
      node.set("value", json.tree(output.getValue().json()));
    }
    if (value.record() != null) {
      root.put("record", value.record());
    }
    if (value.duration() != null) {
      root.put("seconds", value.duration().toMillis() / 1000.0);
    }
    JsonProblems.describe(value.problems(), root);
    json.write(root, out);
  }
}
