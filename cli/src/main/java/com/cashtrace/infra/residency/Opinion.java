package com.cashtrace.infra.residency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a holding before waivers are looked at.
 *
 * @param exposure the judgement
 * @param rule id of the rule
 * @param profile name of its profile, or null for rules that always apply
 * @param holding what was judged
 * @param verdict the judgement as a part of a sentence that follows what the subject does
 * @param effectiveFrom the day from which it is a violation, for UPCOMING; else null
 * @param fix what to do, or null where there is nothing to do
 */
record Opinion(
    Exposure exposure,
    String rule,
    @Nullable String profile,
    Holding holding,
    String verdict,
    @Nullable LocalDate effectiveFrom,
    @Nullable String fix) {

  /** The finding that it is under a waiver, or without one where it is null. */
  Finding finding(@Nullable String waiver) {
    String message = sentence(holding.subject() + " " + holding.detail());
    return new Finding(exposure, rule, profile, holding, message, effectiveFrom, fix, waiver);
  }

  /** The judgement after what is judged. */
  String sentence(String subject) {
    return subject + ": " + verdict;
  }
}
