package com.cashtrace.infra.run;

import com.cashtrace.infra.catalog.Catalog;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.UnrenderableText;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.CheckedFile;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Checks specs in full: schema, rules within each environment, rules across all of them, residency.
 */
public final class Validation {

  private final SpecLoader loader;
  private final Supplier<Rules> rules;
  private final Judging judging;

  private Validation(SpecLoader loader, Supplier<Rules> rules, Judging judging) {
    this.loader = loader;
    this.rules = rules;
    this.judging = judging;
  }

  /** Wires the checks for one folder of specs. */
  public static Validation of(SpecFolder folder, Resources resources, Judging judging) {
    return of(folder, resources, () -> catalog(resources, judging), judging);
  }

  static Validation of(
      SpecFolder folder, Resources resources, Supplier<Catalog> catalog, Judging judging) {
    return new Validation(
        SpecLoader.of(folder, resources), () -> Rules.all(catalog.get()), judging);
  }

  /** What is known of AWS, with the regions that the judge reads too. */
  static Catalog catalog(Resources resources, Judging judging) {
    return Catalog.read(resources, judging.places().regions());
  }

  /** Checks the named environments, or all; everything that is wrong comes in one result. */
  public Checked check(List<String> names) {
    return loaded(names, this::check);
  }

  private Checked check(LoadedSpecs specs, Rules rules) {
    List<Problem> problems = formal(specs, rules);
    List<Verdict> verdicts =
        specs.environments().stream()
            // a place that is refused is told once, and not again as unknown for each component
            .filter(rules::isPlaced)
            .map(judging::declared)
            .toList();
    specs.environments().forEach(each -> problems.addAll(judging.hosting(each)));
    verdicts.forEach(verdict -> problems.addAll(verdict.problems()));
    return new Checked(CheckResult.of(files(specs), problems), specs.environments(), verdicts);
  }

  /**
   * The same without asking where data is, for those who ask that of something else: a root can be
   * made of a spec whose places are forbidden.
   */
  Checked checkForm(List<String> names) {
    return loaded(
        names,
        (specs, known) ->
            new Checked(
                CheckResult.of(files(specs), formal(specs, known)),
                specs.environments(),
                List.of()));
  }

  /** The catalogues of the rules are read while the specs are. */
  private Checked loaded(List<String> names, BiFunction<LoadedSpecs, Rules, Checked> use) {
    try (Meanwhile<Rules> known = Meanwhile.begin(rules)) {
      return use.apply(loader.load(names), known.await());
    }
  }

  private static List<Problem> formal(LoadedSpecs specs, Rules rules) {
    List<Problem> problems = new ArrayList<>(specs.problems());
    problems.addAll(rules.check(specs.environments()));
    specs.environments().forEach(each -> problems.addAll(UnrenderableText.check(each)));
    return problems;
  }

  private static List<CheckedFile> files(LoadedSpecs specs) {
    return specs.names().stream().map(n -> new CheckedFile(n, SpecFolder.label(n))).toList();
  }

  /**
   * Environments with what is wrong with them.
   *
   * @param result what is wrong
   * @param environments those that the schema found right
   * @param verdicts where those of them that have a place keep data
   */
  public record Checked(
      CheckResult result, List<Environment> environments, List<Verdict> verdicts) {

    /** Copies the lists. */
    public Checked {
      environments = List.copyOf(environments);
      verdicts = List.copyOf(verdicts);
    }

    /**
     * The environments that no error stands against. One of a file counts for every environment
     * that is folded from it, one of no spec file counts for all.
     */
    public List<Environment> sound() {
      return environments.stream()
          .filter(each -> result.problems().stream().noneMatch(problem -> concerns(problem, each)))
          .toList();
    }

    private static boolean concerns(Problem problem, Environment environment) {
      Location at = problem.location();
      return problem.isError()
          && (at == null
              || !at.file().startsWith(SpecFolder.NAME + "/")
              || environment.document().chain().contains(at.file()));
    }
  }
}
