package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Bootstrap;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.Change;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Tier;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.BootstrapReport;
import com.cashtrace.infra.report.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes what an environment's state needs, once its spec is found right. */
public final class Bootstrapping {

  private final Validation validation;
  private final Map<String, String> variables;

  /** Uses the credentials that the environment variables lead to. */
  public Bootstrapping(Validation validation, Map<String, String> variables) {
    this.validation = validation;
    this.variables = variables;
  }

  /**
   * How it is to be done.
   *
   * @param dryRun true to change nothing
   * @param yes true if production may be changed
   */
  public record Wish(boolean dryRun, boolean yes) {}

  /**
   * What it gave.
   *
   * @param checked what is wrong with the spec; with an error nothing was done
   * @param report what was done, or null
   */
  public record Result(CheckResult checked, @Nullable BootstrapReport report) {}

  /**
   * Does it for one environment.
   *
   * @param told hears of each change when it was made
   */
  public Result run(String name, Wish wish, Consumer<Change> told) {
    Validation.Checked checked = validation.check(List.of(name));
    if (checked.result().exitCode() != ExitCode.OK) {
      return new Result(checked.result(), null);
    }
    Environment environment = checked.environments().get(0);
    if (environment.tier() == Tier.PRODUCTION && !wish.yes() && !wish.dryRun()) {
      Problem problem =
          Problem.unlocated(
              "production-needs-yes",
              "environment '" + name + "' is of tier 'production'",
              "look at --dry-run first, then add --yes");
      throw new FailureException(problem, ExitCode.USAGE, null);
    }
    return new Result(checked.result(), run(StatePlace.of(environment), wish, told));
  }

  private BootstrapReport run(StatePlace place, Wish wish, Consumer<Change> told) {
    try (Aws aws = Aws.in(place.region(), variables)) {
      Caller caller = Caller.of(aws).require(place);
      List<Change> changes = new ArrayList<>();
      Bootstrap.of(aws, place).run(wish.dryRun(), told.andThen(changes::add));
      return new BootstrapReport(place, caller, wish.dryRun(), changes);
    }
  }
}
