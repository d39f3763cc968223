package com.cashtrace.infra.run;

import com.cashtrace.infra.catalog.Catalog;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.CheckedFile;
import com.cashtrace.infra.rule.Rules;
import com.cashtrace.infra.schema.SpecSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks specs in full: schema, rules within each environment, rules across all of them. */
public final class Validation {

  private final SpecLoader loader;
  private final Rules rules;

  private Validation(SpecLoader loader, Rules rules) {
    this.loader = loader;
    this.rules = rules;
  }

  /** Wires the checks for one folder of specs. */
  public static Validation of(SpecFolder folder, Resources resources) {
    return new Validation(
        new SpecLoader(folder, new SpecSchema(resources)), Rules.all(Catalog.read(resources)));
  }

  /** Checks the named environments, or all; everything that is wrong comes in one result. */
  public CheckResult check(List<String> names) {
    LoadedSpecs specs = loader.load(names);
    return CheckResult.of(
        specs.names().stream().map(n -> new CheckedFile(n, SpecFolder.label(n))).toList(),
        problems(specs));
  }

  /** One environment that must be right before anything is made of it. */
  public Checked one(String name) {
    LoadedSpecs specs = loader.load(List.of(name));
    CheckResult result =
        CheckResult.of(List.of(new CheckedFile(name, SpecFolder.label(name))), problems(specs));
    return new Checked(result, specs.environments().stream().findFirst());
  }

  private List<Problem> problems(LoadedSpecs specs) {
    List<Problem> problems = new ArrayList<>(specs.problems());
    problems.addAll(rules.check(specs.environments()));
    return problems;
  }

  /**
   * One environment with what is wrong with it.
   *
   * @param environment absent where the schema found errors
   */
  public record Checked(CheckResult result, Optional<Environment> environment) {}
}
