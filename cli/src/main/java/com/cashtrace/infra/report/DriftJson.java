package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.ComponentSummary;
import com.cashtrace.infra.plan.PlannedChange;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Drift for programs; {@code schemas/report/drift.schema.json} describes the document. */
public final class DriftJson implements DriftReport.Format {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  private final JsonText json = new JsonText();
  private final boolean detailed;

  /** With {@code detailed} the exit code tells drift from none. */
  public DriftJson(boolean detailed) {
    this.detailed = detailed;
  }

  @Override
  public void write(DriftReport value, Appendable out) throws IOException {
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("environment", value.environment());
    root.put("exitCode", value.exitCode(detailed).value());
    root.put("terraformVersion", value.drift().header().terraformVersion());
    var arguments = root.putArray("terraformArguments");
    value.arguments().forEach(arguments::add);
    if (value.duration() != null) {
      root.put("seconds", value.duration().toMillis() / 1000.0);
    }
    ObjectNode total = root.putObject("total");
    total.put("changed", value.drift().total().update());
    total.put("gone", value.drift().total().delete());
    var drifted = root.putArray("drifted");
    for (ComponentSummary component : value.drift().drifted()) {
      for (PlannedChange change : component.changes()) {
        change(change, drifted.addObject().put("component", component.name()));
      }
    }
    var unset = root.putArray("unset");
    value.drift().unset().forEach(change -> change(change, unset.addObject()));
    ScanJson.verdict(value.residency(), root.putObject("residency"));
    JsonProblems.describe(value.problems(), root);
    json.write(root, out);
  }

  private static void change(PlannedChange change, ObjectNode node) {
    node.put("address", change.address());
    node.put("type", change.type());
    node.put("action", change.action().word());
    PlanJson.differences(change, node);
  }
}
