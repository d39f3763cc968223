package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.place.Processors;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.report.ResidencyEvidence;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.residency.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One environment, judged: what a chapter of the report is made of.
 *
 * @param name of the environment, or of the file where no spec is known
 * @param origin what was judged
 * @param environment the spec; null where none is known
 * @param verdict by all rule sets
 * @param beside problems that no rule set tells: differences from the spec, wrong claims in it
 * @param profiles the rule sets that were applied, those that always apply first
 * @param singles what came out by each of them alone, in the same order
 * @param processors what is known of companies
 * @param evidence from what it was made
 */
record ResidencyReportingCase(
    String name,
    Origin origin,
    @Nullable Environment environment,
    Verdict verdict,
    List<Problem> beside,
    List<Profile> profiles,
    List<Verdict> singles,
    Processors processors,
    ResidencyEvidence evidence) {

  ResidencyReportingCase {
    beside = List.copyOf(beside);
    profiles = List.copyOf(profiles);
    singles = List.copyOf(singles);
  }

  /** The rules that always apply. */
  Profile always() {
    return profiles.get(0);
  }

  /** What a holding belongs to in the report: the component where one is known. */
  static String owner(Holding holding) {
    return Objects.requireNonNullElse(holding.subject().component(), holding.subject().name());
  }

  Optional<Environment> spec() {
    return Optional.ofNullable(environment);
  }
}
