package com.cashtrace.infra.report;

import com.cashtrace.infra.audit.AuditRecord;
import com.cashtrace.infra.audit.TrailJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Records of an audit trail, the newest first.
 *
 * @param records which
 */
public record TrailReport(List<AuditRecord> records) {

  /** Copies the records. */
  public TrailReport {
    records = List.copyOf(records);
  }

  /** A line for each record: number, time, kind, who, what. */
  public void text(Appendable out) throws IOException {
    int who = width(records.stream().map(record -> record.entry().principal().name()).toList());
    int kind = width(records.stream().map(record -> record.details().kind().word()).toList());
    for (AuditRecord record : records) {
      String line =
          String.format(
              Locale.ROOT,
              "%6d  %s  %-" + kind + "s  %-" + who + "s  %s",
              record.sequence(),
              record.time().truncatedTo(ChronoUnit.SECONDS),
              record.details().kind().word(),
              record.entry().principal().name(),
              RecordWords.of(record.details()));
      out.append(SafeText.of(line.stripTrailing())).append('\n');
    }
    if (records.isEmpty()) {
      out.append("no such records\n");
    }
  }

  private static int width(List<String> words) {
    return Math.max(1, words.stream().mapToInt(String::length).max().orElse(1));
  }

  /** A document by {@code schemas/report/trail.schema.json}. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    TrailJson form = new TrailJson();
    ObjectNode root = json.object().put("formatVersion", 1);
    ArrayNode list = root.putArray("records");
    records.forEach(record -> list.add(form.tree(record)));
    json.write(root, out);
  }
}
