package com.cashtrace.infra.run;

import com.cashtrace.infra.catalog.Catalog;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.render.UnrenderableText;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.CheckedFile;
import com.cashtrace.infra.rule.Rules;
import com.cashtrace.infra.schema.SpecSchema;
import java.util.ArrayList;
import java.util.List;

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
    return checked(names).result();
  }

  /** The same, with the environments that the schema found right. */
  Checked checked(List<String> names) {
    LoadedSpecs specs = loader.load(names);
    List<CheckedFile> files =
        specs.names().stream().map(n -> new CheckedFile(n, SpecFolder.label(n))).toList();
    List<Problem> problems = new ArrayList<>(specs.problems());
    problems.addAll(rules.check(specs.environments()));
    specs.environments().forEach(each -> problems.addAll(UnrenderableText.check(each)));
    return new Checked(CheckResult.of(files, problems), specs.environments());
  }

  /**
   * Environments with what is wrong with them.
   *
   * @param environments those that the schema found right
   */
  record Checked(CheckResult result, List<Environment> environments) {}
}
