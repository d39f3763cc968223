package com.cashtrace.infra.run;

import com.cashtrace.infra.catalog.LawBook;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.SpecDigest;
import com.cashtrace.infra.report.ResidencyChapter;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.report.ResidencyEvidence;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.residency.SpecHoldings;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.schema.SpecSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the document for an auditor out of specs. */
public final class ResidencyReporting {

  private final SpecLoader loader;
  private final Judging judging;
  private final LawBook law;
  private final String version;

  private ResidencyReporting(SpecLoader loader, Judging judging, LawBook law, String version) {
    this.loader = loader;
    this.judging = judging;
    this.law = law;
    this.version = version;
  }

  /** Wires the steps for one folder of specs; {@code version} is that of the program. */
  public static ResidencyReporting of(
      SpecFolder folder, Resources resources, Judging judging, String version) {
    return new ResidencyReporting(
        new SpecLoader(folder, new SpecSchema(resources)),
        judging,
        LawBook.read(resources),
        version);
  }

  /**
   * The report on the named environments, or on all of them.
   *
   * @param timeSource who said which day it is
   * @return the report, or what is wrong with the specs
   */
  public ReadResult<ResidencyReport> declared(List<String> names, String timeSource) {
    LoadedSpecs specs = loader.load(names);
    List<Problem> problems = new ArrayList<>(specs.problems());
    if (problems.stream().anyMatch(Problem::isError)) {
      return new ReadResult<>(Optional.empty(), problems);
    }
    List<ResidencyChapter> chapters = specs.environments().stream().map(this::declared).toList();
    var report = new ResidencyReport(judging.asOf(), timeSource, version, chapters, law);
    return new ReadResult<>(Optional.of(report), problems);
  }

  /** Writes a report to a file, which appears when it is whole. */
  public static void keep(Path file, String text) {
    AtomicFiles.shared().write(file, text);
  }

  private ResidencyChapter declared(Environment environment) {
    Verdict verdict = judging.declared(environment);
    List<Profile> profiles = new ArrayList<>(List.of(judging.profiles().always()));
    verdict
        .profiles()
        .forEach(name -> judging.profiles().profile(name).value().ifPresent(profiles::add));
    List<Verdict> singles = profiles.stream().map(profile -> alone(profile, environment)).toList();
    ResidencyEvidence evidence =
        new ResidencyEvidence(
            SpecDigest.of(environment.document().root()),
            environment.document().chain(),
            null,
            verdict.ruleSet(),
            verdict.holdings().size());
    var input =
        new ResidencyReportingCase(
            environment.name(), Origin.SPEC, environment, verdict, profiles, singles, evidence);
    return new ResidencyReportingChapter(input).chapter();
  }

  /** What comes out by one rule set; those that always apply are applied with it. */
  private Verdict alone(Profile profile, Environment environment) {
    List<String> names =
        profile.equals(judging.profiles().always()) ? List.of() : List.of(profile.name());
    return new Judge(judging.profiles())
        .judge(
            SpecHoldings.of(environment, judging.places()),
            Register.of(environment),
            judging.asOf(),
            names);
  }
}
