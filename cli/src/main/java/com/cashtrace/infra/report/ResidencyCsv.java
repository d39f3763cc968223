package com.cashtrace.infra.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One table of the report for spreadsheets, by RFC 4180. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe instead.
 */
public final class ResidencyCsv implements ResidencyFormat {

  /** Which table is written. */
  public enum Table {
    INVENTORY,
    REGISTER
  }

  private static final String END = "\r\n";

  /** What begins a formula, also in the wide letters of East Asian spreadsheets. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final List<String> INVENTORY =
      List.of(
          "environment",
          "as_of",
          "name",
          "type",
          "aspect",
          "classes",
          "places",
          "countries",
          "key_places",
          "key_countries",
          "backup_places",
          "backup_countries",
          "copies",
          "kept_for",
          "source",
          "mark");

  private static final List<String> REGISTER =
      List.of(
          "environment",
          "as_of",
          "record",
          "country",
          "country_name",
          "recipient",
          "basis",
          "reference",
          "dpia",
          "recorded",
          "by",
          "classes",
          "whose");

  private final Table table;

  /** Writes one of the tables. */
  public ResidencyCsv(Table table) {
    this.table = table;
  }

  @Override
  public void write(ResidencyReport report, Appendable out) throws IOException {
    List<List<String>> rows =
        switch (table) {
          case INVENTORY -> inventory(report);
          case REGISTER -> register(report);
        };
    for (List<String> row : rows) {
      out.append(row.stream().map(ResidencyCsv::cell).collect(Collectors.joining(",")));
      out.append(END);
    }
  }

  private static List<List<String>> inventory(ResidencyReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(INVENTORY);
    for (ResidencyChapter chapter : report.chapters()) {
      for (ResidencyStore store : chapter.stores()) {
        List<String> row = start(report, chapter, store.name(), store.type());
        row.add(ResidencyWords.aspect(store.aspect()));
        row.add(ResidencyWords.classes(store.classes()));
        places(row, store.places());
        places(row, store.keys());
        places(row, store.backups());
        row.add(store.replicas());
        row.add(store.retention());
        row.add(Objects.requireNonNullElse(store.source(), ""));
        row.add(store.exposure().word());
        rows.add(row);
      }
      for (ResidencyStore.Processing each : chapter.processing()) {
        List<String> row = start(report, chapter, each.name(), each.type());
        row.add("compute");
        row.add(ResidencyWords.classes(each.classes()));
        places(row, each.places());
        row.addAll(Collections.nCopies(7, ""));
        row.add(each.exposure().word());
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> start(
      ResidencyReport report, ResidencyChapter chapter, String name, String type) {
    return new ArrayList<>(List.of(chapter.name(), report.asOf().toString(), name, type));
  }

  private static void places(List<String> row, List<ResidencySpot> places) {
    row.add(places.stream().map(ResidencySpot::name).collect(Collectors.joining("; ")));
    row.add(String.join("; ", ResidencyWords.lands(places)));
  }

  private static List<List<String>> register(ResidencyReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(REGISTER);
    for (ResidencyChapter chapter : report.chapters()) {
      for (ResidencyTransfer transfer : chapter.transfers()) {
        String none = ResidencyWords.noBasis(chapter);
        String record = Objects.requireNonNullElse(transfer.name(), none);
        List<String> row = start(report, chapter, record, transfer.country());
        row.add(transfer.countryName());
        row.add(transfer.recipient());
        ResidencyTransfer.Basis basis = transfer.record();
        row.addAll(
            basis == null
                ? Collections.nCopies(5, "")
                : Arrays.asList(
                    basis.ground(),
                    basis.reference(),
                    basis.dpia(),
                    basis.recorded().toString(),
                    basis.by()));
        row.add(ResidencyWords.classes(transfer.classes()));
        row.add(String.join("; ", transfer.holders()));
        rows.add(row);
      }
    }
    return rows;
  }

  /** Line ends and other controls are escaped, so one record is one line. */
  private static String cell(String text) {
    String safe = SafeText.of(text);
    if (!safe.isEmpty() && FORMULA.indexOf(safe.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\'');
    return plain && safe.equals(safe.strip()) ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
