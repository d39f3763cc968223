package com.cashtrace.infra.report;

import com.cashtrace.infra.plan.StateOutput;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an environment tells applications.
 *
 * @param environment its name
 * @param outputs of its state by their names, masked
 */
public record OutputsReport(String environment, SortedMap<String, StateOutput> outputs) {

  /** Rises when a reader of the former version would misread the document. */
  private static final int FORMAT_VERSION = 1;

  /** Copies the outputs. */
  public OutputsReport {
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }

  /**
   * Writes them for people, a line each.
   *
   * @param named true to say first whose they are
   */
  public void text(boolean named, Appendable out) throws IOException {
    if (named) {
      out.append(environment).append('\n');
    }
    for (Map.Entry<String, StateOutput> output : outputs.entrySet()) {
      out.append(named ? "  " : "").append(SafeText.of(output.getKey())).append(" = ");
      out.append(SafeText.of(output.getValue().json())).append('\n');
    }
  }

  /**
   * Writes them for programs; {@code schemas/report/outputs.schema.json} describes the document.
   */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object();
    root.put("formatVersion", FORMAT_VERSION);
    root.put("environment", environment);
    ObjectNode values = root.putObject("outputs");
    JsonMapper mapper = new JsonMapper();
    for (Map.Entry<String, StateOutput> output : outputs.entrySet()) {
      ObjectNode node = values.putObject(output.getKey());
      node.put("sensitive", output.getValue().sensitive());
      node.set("value", mapper.readTree(output.getValue().json()));
    }
    json.write(root, out);
  }
}
