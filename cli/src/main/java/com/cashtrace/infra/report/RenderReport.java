package com.cashtrace.infra.report;

import com.cashtrace.infra.report.RenderedFolder.Change;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * What rendering did, or would do.
 *
 * @param folders one for each environment
 * @param written true if it was done, false if it was only compared
 */
public record RenderReport(List<RenderedFolder> folders, boolean written) {

  private static final int MOST_LINES = 12;

  /** Copies the folders. */
  public RenderReport {
    folders = List.copyOf(folders);
  }

  /** A line for each environment, and one for each of the first files that differ. */
  public void text(Appendable out) throws IOException {
    for (RenderedFolder folder : folders) {
      List<Change> changes = folder.changes();
      String state = folder.isCurrent() ? "all current" : state(changes.size());
      String what = ": " + folder.files() + " files in " + folder.folder() + ", " + state;
      out.append(SafeText.of(folder.environment() + what)).append('\n');
      for (Change change : changes.subList(0, Math.min(changes.size(), MOST_LINES))) {
        out.append("  " + change.verb() + " " + SafeText.of(change.path())).append('\n');
      }
      if (changes.size() > MOST_LINES) {
        String more = "  and " + (changes.size() - MOST_LINES) + " more; --format json names all";
        out.append(more).append('\n');
      }
    }
  }

  private String state(int changes) {
    return changes + (written ? " updated" : " out of date");
  }

  /** The unified diffs of all folders, and nothing where there is no difference. */
  public void diff(Appendable out) throws IOException {
    for (RenderedFolder folder : folders) {
      out.append(folder.diff());
    }
  }

  /** A document by {@code schemas/report/render.schema.json}. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object().put("formatVersion", 1).put("written", written);
    ArrayNode environments = root.putArray("environments");
    for (RenderedFolder folder : folders) {
      ObjectNode node = environments.addObject().put("environment", folder.environment());
      node.put("folder", folder.folder()).put("files", folder.files());
      ArrayNode changes = node.putArray("changes");
      for (Change change : folder.changes()) {
        changes.addObject().put("action", change.verb()).put("path", change.path());
      }
    }
    json.write(root, out);
  }
}
