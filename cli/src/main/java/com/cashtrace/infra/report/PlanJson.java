package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.ComponentSummary;
import com.cashtrace.infra.plan.Counts;
import com.cashtrace.infra.plan.PlanHeader;
import com.cashtrace.infra.plan.PlannedChange;
import com.cashtrace.infra.plan.StoreLoss;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A plan for programs; {@code schemas/report/plan-summary.schema.json} describes the document. */
public final class PlanJson implements PlanReport.Format {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  private final JsonText json = new JsonText();
  private final boolean detailed;

  /** With {@code detailed} the exit code tells changes from no changes. */
  public PlanJson(boolean detailed) {
    this.detailed = detailed;
  }

  @Override
  public void write(PlanReport value, Appendable out) throws IOException {
    PlanHeader header = value.summary().header();
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("environment", value.environment());
    root.put("exitCode", value.exitCode(detailed).value());
    root.put("verdict", value.verdict());
    if (value.residency() != null) {
      ScanJson.verdict(value.residency(), root.putObject("residency"));
    }
    root.put("terraformVersion", header.terraformVersion());
    root.put("provider", value.provider());
    var arguments = root.putArray("terraformArguments");
    value.arguments().forEach(arguments::add);
    if (value.duration() != null) {
      root.put("seconds", value.duration().toMillis() / 1000.0);
    }
    if (value.kept() != null) {
      kept(value.kept(), root.putObject("plan"));
    }
    root.put("complete", header.complete());
    root.put("drifted", header.drifted());
    counts(value.summary().total(), root.putObject("total"));
    var components = root.putArray("components");
    value.summary().components().forEach(c -> component(c, components.addObject()));
    var losses = root.putArray("losses");
    value.summary().losses().forEach(loss -> loss(loss, losses.addObject()));
    JsonProblems.describe(value.problems(), root);
    json.write(root, out);
  }

  private static void kept(KeptPlan kept, ObjectNode node) {
    node.put("id", kept.id());
    node.put("name", kept.name());
    node.put("place", kept.place());
    node.put("recorded", kept.receipt());
  }

  private static void counts(Counts counts, ObjectNode node) {
    node.put("create", counts.create());
    node.put("update", counts.update());
    node.put("replace", counts.replace());
    node.put("delete", counts.delete());
    node.put("forget", counts.forget());
    node.put("move", counts.move());
    node.put("import", counts.importing());
    node.put("read", counts.read());
  }

  private static void component(ComponentSummary component, ObjectNode node) {
    node.put("name", component.name());
    counts(component.counts(), node.putObject("counts"));
    var changes = node.putArray("changes");
    component.changes().forEach(change -> change(change, changes.addObject()));
    var sizes = node.putArray("sizes");
    component
        .sizes()
        .forEach(
            size ->
                sizes
                    .addObject()
                    .put("what", size.what())
                    .put("count", size.count())
                    .put("detail", size.detail()));
    var notes = node.putArray("notes");
    component.notes().forEach(notes::add);
  }

  private static void change(PlannedChange change, ObjectNode node) {
    node.put("address", change.address());
    node.put("type", change.type());
    node.put("action", change.action().word());
    putIfGiven(node, "previousAddress", change.previousAddress());
    putIfGiven(node, "importId", change.importId());
    putIfGiven(node, "because", change.because());
    differences(change, node);
  }

  /** In what a resource changes, attribute by attribute. */
  static void differences(PlannedChange change, ObjectNode node) {
    var differences = node.putArray("differences");
    change
        .differences()
        .forEach(
            difference ->
                differences
                    .addObject()
                    .put("path", difference.path())
                    .put("before", difference.before())
                    .put("after", difference.after()));
  }

  private static void loss(StoreLoss loss, ObjectNode node) {
    node.put("address", loss.address());
    node.put("type", loss.type());
    node.put("action", loss.action().word());
    node.put("lost", loss.lost());
    putIfGiven(node, "because", loss.because());
  }

  private static void putIfGiven(ObjectNode node, String key, @Nullable String value) {
    if (value != null) {
      node.put(key, value);
    }
  }
}
