package com.cashtrace.infra.residency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of one holding; also of what is right, so that a report can show it.
 *
 * @param exposure the judgement
 * @param rule id of the rule, such as {@code approved-places-at-rest}, {@code
 *     transfer-not-recorded}
 * @param profile name of its profile, or null for rules that always apply
 * @param holding what was judged
 * @param message one sentence without a full stop, present tense
 * @param effectiveFrom the day from which it is a violation, for UPCOMING; else null
 * @param fix what to do, or null where there is nothing to do
 * @param waiver name of the waiver in the spec that accepts it, or null; a waived finding keeps its
 *     exposure and does not fail
 */
public record Finding(
    Exposure exposure,
    String rule,
    @Nullable String profile,
    Holding holding,
    String message,
    @Nullable LocalDate effectiveFrom,
    @Nullable String fix,
    @Nullable String waiver) {

  /** True if it makes a command exit with findings. */
  public boolean fails() {
    return exposure.fails() && waiver == null;
  }
}
