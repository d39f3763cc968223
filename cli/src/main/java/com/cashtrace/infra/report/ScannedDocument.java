package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan or a state that was scanned and judged, or why it could not be.
 *
 * @param name what the user calls it
 * @param facts what it says of itself, or null if it could not be read
 * @param verdict the judgement, or null if it could not be read
 * @param problems all that people must see of it
 */
public record ScannedDocument(
    String name, @Nullable Facts facts, @Nullable Verdict verdict, List<Problem> problems) {

  /** Copies the problems. */
  public ScannedDocument {
    problems = List.copyOf(problems);
  }

  /**
   * What a document says of itself.
   *
   * @param kind plan or state
   * @param terraformVersion the terraform that wrote it; empty if it does not say
   * @param resources how many resources there are
   * @param environment the environment from whose spec it was rendered, or null if it was not
   */
  public record Facts(
      String kind, String terraformVersion, int resources, @Nullable String environment) {}

  /** How many findings there are of each exposure, what a waiver accepts left out. */
  public Map<Exposure, Integer> counts() {
    return verdict == null ? Map.of() : counts(verdict);
  }

  /** The same for any judgement. */
  static Map<Exposure, Integer> counts(Verdict verdict) {
    Map<Exposure, Integer> counts = new EnumMap<>(Exposure.class);
    for (Exposure exposure : Exposure.values()) {
      counts.put(exposure, 0);
    }
    verdict.findings().stream()
        .filter(finding -> finding.waiver() == null)
        .map(Finding::exposure)
        .forEach(exposure -> counts.merge(exposure, 1, Integer::sum));
    return counts;
  }

  /** One line, such as {@code african-regions as of 2026-11-22: 2 violation, 1 unknown, 40 ok}. */
  static String words(Verdict verdict) {
    List<String> parts = new ArrayList<>();
    counts(verdict)
        .forEach(
            (exposure, count) -> {
              if (count > 0) {
                parts.add(count + " " + exposure.word());
              }
            });
    String counted = parts.isEmpty() ? "nothing to judge" : String.join(", ", parts);
    String changes = verdict.changesOn() == null ? "" : "; may change on " + verdict.changesOn();
    String profiles =
        verdict.profiles().isEmpty() ? "no profile" : String.join(", ", verdict.profiles());
    return profiles + " as of " + verdict.asOf() + ": " + counted + changes;
  }

  /** The last word on the document, in one line. */
  public String summary() {
    if (facts == null || verdict == null) {
      return name + ": not judged";
    }
    String by =
        facts.terraformVersion().isEmpty() ? "" : " of terraform " + facts.terraformVersion();
    String resources = facts.resources() == 1 ? "1 resource" : facts.resources() + " resources";
    return name + ": " + facts.kind() + by + ", " + resources + "; " + words(verdict);
  }
}
