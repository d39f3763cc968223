package com.cashtrace.infra.report;

import com.cashtrace.infra.revision.Cause;
import com.cashtrace.infra.revision.Change;
import com.cashtrace.infra.revision.Touched;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The same for programs; {@code schemas/report/changed.schema.json} describes the document. */
public final class ChangeJson implements ChangeReport.Format {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  @Override
  public void write(ChangeReport value, Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    Change change = value.change();
    if (change != null) {
      root.put("since", change.revision());
      root.put("base", change.base());
      root.put("files", change.files().size());
    }
    var environments = root.putArray("environments");
    for (Touched touched : value.touched()) {
      ObjectNode node = environments.addObject();
      node.put("environment", touched.environment());
      var causes = node.putArray("causes");
      for (Cause cause : touched.causes()) {
        causes.addObject().put("kind", cause.kind().word()).put("file", cause.file());
      }
    }
    var gone = root.putArray("gone");
    value.gone().forEach(gone::add);
    json.write(root, out);
  }
}
