package com.cashtrace.infra.report;

import com.cashtrace.infra.residency.Exposure;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out for one rule set, or for all that were applied.
 *
 * @param profile name of the rule set; null for all of them together
 * @param title of the rule set in a few words
 * @param exposure the gravest that nobody waived
 * @param changesOn the next day on which it may change by itself; null if none is known
 * @param counts how often each exposure was found, waived ones left out
 * @param waived findings that a waiver accepts
 */
public record ResidencyVerdict(
    @Nullable String profile,
    String title,
    Exposure exposure,
    @Nullable LocalDate changesOn,
    Map<Exposure, Integer> counts,
    int waived) {

  /** Copies the counts, the gravest first. */
  public ResidencyVerdict {
    Map<Exposure, Integer> sorted = new EnumMap<>(Exposure.class);
    sorted.putAll(counts);
    counts = Collections.unmodifiableMap(sorted);
  }

  /** How often an exposure was found. */
  public int count(Exposure wanted) {
    return counts.getOrDefault(wanted, 0);
  }
}
