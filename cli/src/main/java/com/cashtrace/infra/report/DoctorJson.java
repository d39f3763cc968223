package com.cashtrace.infra.report;

import com.cashtrace.infra.doctor.Check;
import com.cashtrace.infra.doctor.Examination;
import com.cashtrace.infra.doctor.Status;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** What doctor found; {@code schemas/report/doctor.schema.json} describes the document. */
public final class DoctorJson {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  /** Writes the whole document. */
  public void write(Examination examination, Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("exitCode", examination.exitCode().value());
    ObjectNode summary = root.putObject("summary");
    for (Status status : Status.values()) {
      summary.put(status.word(), examination.count(status));
    }
    var checks = root.putArray("checks");
    for (Check check : examination.checks()) {
      ObjectNode node = checks.addObject();
      node.put("name", check.name()).put("status", check.status().word());
      node.put("detail", check.detail());
      if (check.fix() != null) {
        node.put("fix", check.fix());
      }
    }
    json.write(root, out);
  }
}
