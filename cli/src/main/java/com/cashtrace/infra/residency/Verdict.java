package com.cashtrace.infra.residency;

import com.cashtrace.infra.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of everything at once.
 *
 * @param asOf the day that it holds for
 * @param changesOn the next day on which it may change by itself: a rule that begins to bind, a
 *     waiver that ends; null if none is known
 * @param profiles names of the profiles that were applied
 * @param ruleSet SHA-256 of the rules that were applied, in hex
 * @param holdings everything that was judged, in a fixed order
 * @param findings what every rule said, the gravest first, then by subject; OK and GLOBAL_METADATA
 *     included
 * @param problems all that people must see, located where a spec is known, with the rule's id as
 *     code: errors for what fails, warnings for UPCOMING and UNCLEAR, notes for EXCEPTION and what
 *     is waived; also waivers that are expired or unused
 */
public record Verdict(
    LocalDate asOf,
    @Nullable LocalDate changesOn,
    List<String> profiles,
    String ruleSet,
    List<Holding> holdings,
    List<Finding> findings,
    List<Problem> problems) {

  /** Copies the lists. */
  public Verdict {
    profiles = List.copyOf(profiles);
    holdings = List.copyOf(holdings);
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
  }

  /** True if it makes a command exit with findings. */
  public boolean fails() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** The gravest exposure that is not waived; OK where there is nothing. */
  public Exposure exposure() {
    return findings.stream()
        .filter(finding -> finding.waiver() == null)
        .map(Finding::exposure)
        .min(Exposure::compareTo)
        .orElse(Exposure.OK);
  }
}
