package com.cashtrace.infra.report;

import com.cashtrace.infra.bundle.PlanBundle;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/**
 * An approval that was given; {@code schemas/report/approval.schema.json} describes its JSON.
 *
 * @param plan what was approved
 * @param approver who gave it
 * @param reason in their words
 * @param receipt number and digest of its record in the trail
 */
public record ApprovalReport(PlanBundle plan, String approver, String reason, String receipt) {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  /** For a person. */
  public void text(Appendable out) throws IOException {
    PlanBundle.Changes changes = plan.changes();
    line(out, plan.name());
    line(
        out,
        String.format(
            Locale.ROOT,
            "  plan      %d to add, %d to change, %d to replace, %d to destroy; serial %d",
            changes.create(),
            changes.update(),
            changes.replace(),
            changes.destroy(),
            plan.state().serial()));
    line(out, "  made      " + plan.made() + " by " + plan.planner().name());
    PlanBundle.Commit commit = plan.commit();
    line(
        out,
        "  commit    " + (commit == null ? "unknown" : commit.id() + " of " + commit.author()));
    line(out, "  approved  by " + approver + ": " + reason);
    line(out, "  recorded  " + receipt);
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(SafeText.of(text)).append('\n');
  }

  /** For programs. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("environment", plan.environment());
    root.put("plan", plan.id());
    root.put("planner", plan.planner().name());
    root.put("made", plan.made().toString());
    root.put("approver", approver);
    root.put("reason", reason);
    PlanBundle.Commit commit = plan.commit();
    if (commit != null) {
      root.putObject("commit").put("id", commit.id()).put("author", commit.author());
    }
    root.put("recorded", receipt);
    json.write(root, out);
  }
}
