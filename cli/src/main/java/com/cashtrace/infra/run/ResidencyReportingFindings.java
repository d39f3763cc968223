package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.SpecDigest;
import com.cashtrace.infra.report.ResidencyChapter;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.report.ResidencyEvidence;
import com.cashtrace.infra.report.ResidencyTrail;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.residency.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a chapter is about by all rule sets, and by each of them alone.
 *
 * @param judging by what
 * @param environment whose spec it is judged with; null where none is known
 * @param holdings what the spec, the plan or the state says
 * @param differences between that and the spec
 * @param trail what was recorded of the environment; null where no trail was read
 */
record ResidencyReportingFindings(
    Judging judging,
    @Nullable Environment environment,
    List<Holding> holdings,
    List<Problem> differences,
    @Nullable TrailEvidence trail) {

  /**
   * The chapter.
   *
   * @param name of the environment, or of the file where no spec is known
   * @param origin what was judged
   * @param document the plan or state; null where only the spec was read
   */
  ResidencyChapter chapter(String name, Origin origin, ResidencyEvidence.@Nullable Input document) {
    Verdict verdict =
        environment == null ? judging.foreign(holdings) : judging.judge(holdings, environment);
    List<Profile> profiles = new ArrayList<>(List.of(judging.profiles().always()));
    verdict
        .profiles()
        .forEach(each -> judging.profiles().profile(each).value().ifPresent(profiles::add));
    List<Verdict> singles = profiles.stream().map(this::alone).toList();
    ResidencyTrail told = trail == null ? null : trail.trail(document);
    ResidencyEvidence evidence =
        new ResidencyEvidence(
            environment == null ? null : SpecDigest.of(environment.document().root()),
            environment == null ? List.of() : environment.document().chain(),
            document,
            told,
            verdict.ruleSet(),
            verdict.holdings().size());
    var input =
        new ResidencyReportingCase(
            name,
            origin,
            environment,
            verdict,
            beside(told, document),
            profiles,
            singles,
            judging.hosting().processors(),
            evidence);
    return new ResidencyReportingChapter(input).chapter();
  }

  /** What is wrong beside the places of what was judged. */
  private List<Problem> beside(
      @Nullable ResidencyTrail told, ResidencyEvidence.@Nullable Input document) {
    List<Problem> problems = new ArrayList<>(differences);
    if (trail != null && told != null) {
      problems.addAll(trail.problems(told, document));
    }
    if (environment != null) {
      problems.addAll(judging.hosting(environment));
    }
    return problems;
  }

  /** What comes out by one rule set; those that always apply are applied with it. */
  private Verdict alone(Profile profile) {
    List<String> names =
        profile.equals(judging.profiles().always()) ? List.of() : List.of(profile.name());
    Register register = environment == null ? Register.none() : Register.of(environment);
    return new Judge(judging.profiles()).judge(holdings, register, judging.asOf(), names);
  }
}
