package com.cashtrace.infra.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** The schemas of the JSON documents that commands write, for tests of whole commands. */
public final class ReportSchema {

  private ReportSchema() {}

  /** What a document's schema finds wrong with it. */
  public static List<String> violations(String name, JsonNode document) throws IOException {
    return ReportCase.violations(ReportCase.schema("report/" + name + ".schema.json"), document);
  }
}
