package com.cashtrace.infra.run;

import com.cashtrace.infra.catalog.LawBook;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ResidencyChapter;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.SpecHoldings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the document for an auditor out of specs, or out of a plan or a state. */
public final class ResidencyReporting {

  private final SpecLoader loader;
  private final ResidencyReportingScan scan;
  private final Judging judging;
  private final LawBook law;
  private final String version;

  private ResidencyReporting(
      SpecLoader loader,
      ResidencyReportingScan scan,
      Judging judging,
      LawBook law,
      String version) {
    this.loader = loader;
    this.scan = scan;
    this.judging = judging;
    this.law = law;
    this.version = version;
  }

  /** Wires the steps for one folder of specs; {@code version} is that of the program. */
  public static ResidencyReporting of(
      SpecFolder folder, Resources resources, Judging judging, String version) {
    return new ResidencyReporting(
        SpecLoader.of(folder, resources),
        ResidencyReportingScan.of(folder, resources, judging),
        judging,
        LawBook.read(resources),
        version);
  }

  /**
   * The report on the named environments, or on all of them.
   *
   * @param timeSource who said which day it is
   * @param trail what was recorded of the only environment; null to read none
   * @return the report, or what is wrong with the specs
   */
  public ReadResult<ResidencyReport> declared(
      List<String> names, String timeSource, @Nullable TrailReading trail) {
    LoadedSpecs specs = loader.load(names);
    List<Problem> problems = new ArrayList<>(specs.problems());
    if (problems.stream().anyMatch(Problem::isError)) {
      return new ReadResult<>(Optional.empty(), problems);
    }
    List<ResidencyChapter> chapters =
        specs.environments().stream().map(each -> declared(each, trail)).toList();
    var report = new ResidencyReport(judging.asOf(), timeSource, version, chapters, law);
    return new ReadResult<>(Optional.of(report), problems);
  }

  /**
   * The report on what a plan or a state says.
   *
   * @param name of the environment by whose spec it is judged; null for the one that the resources
   *     are tagged with, or for none
   * @param timeSource who said which day it is
   * @param trail what was recorded of the environment; null to read none
   * @return the report, or what is wrong with the spec
   */
  public ReadResult<ResidencyReport> scanned(
      ResidencyDocument document,
      @Nullable String name,
      String timeSource,
      @Nullable TrailReading trail) {
    LoadedSpecs specs =
        name == null
            ? new LoadedSpecs(List.of(), List.of(), List.of())
            : loader.load(List.of(name));
    List<Problem> problems = new ArrayList<>(specs.problems());
    if (problems.stream().anyMatch(Problem::isError)) {
      return new ReadResult<>(Optional.empty(), problems);
    }
    Environment environment = specs.environments().stream().findFirst().orElse(null);
    ResidencyReportingScan.Scanned scanned = scan.read(document, environment);
    problems.addAll(scanned.problems());
    ResidencyReportingFindings findings =
        new ResidencyReportingFindings(
            judging,
            scanned.environment(),
            scanned.holdings(),
            scanned.differences(),
            read(trail, scanned.environment()));
    ResidencyChapter chapter = findings.chapter(scanned.name(), scanned.origin(), scanned.input());
    var report = new ResidencyReport(judging.asOf(), timeSource, version, List.of(chapter), law);
    return new ReadResult<>(Optional.of(report), problems);
  }

  /** Writes a report to a file, which appears when it is whole. */
  public static void keep(Path file, String text) {
    AtomicFiles.shared().write(file, text);
  }

  private static @Nullable TrailEvidence read(
      @Nullable TrailReading trail, @Nullable Environment environment) {
    return trail == null ? null : trail.read(environment == null ? null : environment.name());
  }

  private ResidencyChapter declared(Environment environment, @Nullable TrailReading trail) {
    List<Holding> holdings = SpecHoldings.of(environment, judging.places());
    TrailEvidence evidence = read(trail, environment);
    return new ResidencyReportingFindings(judging, environment, holdings, List.of(), evidence)
        .chapter(environment.name(), Origin.SPEC, null);
  }
}
