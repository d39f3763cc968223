package com.cashtrace.infra.run;

import com.cashtrace.infra.doctor.AccountChecks;
import com.cashtrace.infra.doctor.Check;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.CheckedFile;
import java.util.List;

/** Looks at the account of an environment, whose spec is checked by its schema only. */
public final class AccountExamination {

  private final SpecLoader specs;
  private final Workplace workplace;

  private AccountExamination(SpecLoader specs, Workplace workplace) {
    this.specs = specs;
    this.workplace = workplace;
  }

  /** Uses the credentials that the variables of the workplace lead to, and its clock. */
  public static AccountExamination in(SpecFolder folder, Resources resources, Workplace workplace) {
    return new AccountExamination(SpecLoader.of(folder, resources), workplace);
  }

  /**
   * What it gave.
   *
   * @param checked what is wrong with the spec; with an error there are no checks
   * @param checks of the account
   */
  public record Result(CheckResult checked, List<Check> checks) {

    /** Copies the checks. */
    public Result {
      checks = List.copyOf(checks);
    }
  }

  /** Looks at the account of one environment. */
  public Result of(String name) {
    LoadedSpecs loaded = specs.load(List.of(name));
    var file = new CheckedFile(name, SpecFolder.label(name));
    CheckResult checked = CheckResult.of(List.of(file), loaded.problems());
    List<Check> checks =
        loaded.environments().stream()
            .map(found -> new AccountChecks(found, workplace.variables(), workplace.clock()))
            .flatMap(each -> each.all().stream())
            .toList();
    return new Result(checked, checks);
  }
}
