package com.cashtrace.infra.report;

import com.cashtrace.infra.backend.Change;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Bootstrap's changes; {@code schemas/report/bootstrap.schema.json} describes the document. */
public final class BootstrapJson {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  /** Writes the whole document. */
  public void write(BootstrapReport report, boolean detailed, Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("exitCode", report.exitCode(detailed).value());
    root.put("environment", report.place().environment());
    root.put("account", report.place().account());
    root.put("region", report.place().region());
    root.put("caller", report.caller().arn());
    root.put("dryRun", report.dryRun());
    var changes = root.putArray("changes");
    for (Change change : report.changes()) {
      ObjectNode node = changes.addObject();
      node.put("action", change.setting() == null ? "create" : "set");
      node.put("resource", change.resource());
      if (change.setting() != null) {
        node.put("setting", change.setting());
        node.put("to", change.to());
        if (change.from() != null) {
          node.put("from", change.from());
        }
      }
    }
    json.write(root, out);
  }
}
