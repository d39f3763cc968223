package com.cashtrace.infra.report;

import com.cashtrace.infra.document.Origin;
import com.cashtrace.infra.document.Origin.Setting;
import com.cashtrace.infra.problem.Location;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * Which files gave the values of an environment.
 *
 * @param environment its name
 * @param origins one for each value
 */
public record OriginReport(String environment, List<Origin> origins) {

  private static final String DEFAULT = "default of the schema";

  /** Copies the origins. */
  public OriginReport {
    origins = List.copyOf(origins);
  }

  /** A block of lines for each value: the value, then every setting of it, the winner first. */
  public void text(Appendable out) throws IOException {
    for (Origin origin : origins) {
      List<Setting> settings = origin.settings();
      out.append(SafeText.of(origin.path() + ": " + settings.get(0).value())).append('\n');
      int width = settings.stream().mapToInt(s -> place(s).length()).max().orElse(0);
      for (Setting setting : settings) {
        String line = String.format("  %-" + width + "s  %s", place(setting), setting.value());
        out.append(SafeText.of(line)).append('\n');
      }
    }
  }

  private static String place(Setting setting) {
    return setting.location() == null ? DEFAULT : setting.location().toString();
  }

  /** A document by {@code schemas/report/origins.schema.json}. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object().put("formatVersion", 1).put("environment", environment);
    ArrayNode values = root.putArray("values");
    for (Origin origin : origins) {
      ObjectNode value = values.addObject().put("path", origin.path().toString());
      ArrayNode settings = value.putArray("settings");
      origin.settings().forEach(setting -> describe(setting, settings.addObject()));
    }
    json.write(root, out);
  }

  private static void describe(Setting setting, ObjectNode node) {
    node.put("value", setting.value());
    Location location = setting.location();
    node.put("default", location == null);
    if (location != null) {
      node.put("file", location.file());
      node.put("line", location.line());
      node.put("column", location.column());
    }
  }
}
