package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.MapNode;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.ProblemKind;
import com.cashtrace.infra.problem.Severity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known about every code that this program reports.
 *
 * @param byCode code to what is known about it, sorted
 */
public record ProblemKinds(Map<String, ProblemKind> byCode) {

  private static final String FOLDER = "schemas/problems";
  private static final Map<String, Severity> SEVERITIES =
      Map.of("error", Severity.ERROR, "warning", Severity.WARNING, "note", Severity.NOTE);

  /** Copies and sorts the map. */
  public ProblemKinds {
    byCode = Collections.unmodifiableMap(new TreeMap<>(byCode));
  }

  /** Reads every file of {@code schemas/problems/}; sources come from the refusals of AWS. */
  public static ProblemKinds read(Resources resources) {
    Refusals refusals = Refusals.read(resources);
    Map<String, ProblemKind> kinds = new TreeMap<>();
    for (String path : resources.list(FOLDER)) {
      if (path.endsWith(".yaml")) {
        MapNode file = resources.yaml(path);
        Entries entries = new Entries(file);
        file.entries()
            .keySet()
            .forEach(code -> kinds.put(code, kind(code, entries.map(code), refusals)));
      }
    }
    return new ProblemKinds(kinds);
  }

  private static ProblemKind kind(String code, Entries entries, Refusals refusals) {
    return new ProblemKind(
        code,
        entries.oneOf("severity", SEVERITIES),
        entries.text("title"),
        entries.text("meaning"),
        entries.text("fix"),
        entries.text("example"),
        entries.texts("requirements"),
        refusals.heldOffBy(code).stream().map(Refusal::source).toList());
  }

  /** What is known about a code, if it is one of ours. */
  public Optional<ProblemKind> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }
}
