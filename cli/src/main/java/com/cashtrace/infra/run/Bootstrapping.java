package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.S3Files;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Bootstrap;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.Change;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.TrailObjects;
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
  private final Workplace workplace;

  /** Uses the credentials that the variables of the workplace lead to. */
  public Bootstrapping(Validation validation, Workplace workplace) {
    this.validation = validation;
    this.workplace = workplace;
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
    return new Result(checked.result(), run(environment, wish, told));
  }

  private BootstrapReport run(Environment environment, Wish wish, Consumer<Change> told) {
    StatePlace place = StatePlace.of(environment);
    try (Aws aws = Aws.in(place.region(), workplace.variables())) {
      Caller caller = Caller.of(aws).require(place);
      List<Change> changes = new ArrayList<>();
      Bootstrap.of(aws, place).run(wish.dryRun(), told.andThen(changes::add));
      if (!wish.dryRun()) {
        record(aws, environment, caller, changes);
      }
      return new BootstrapReport(place, caller, wish.dryRun(), changes);
    }
  }

  /**
   * Records what was made: it could not be before, for want of a bucket and a key. A run that was
   * killed before this leaves no record of what it made, but the next one begins the trail.
   */
  private void record(Aws aws, Environment environment, Caller caller, List<Change> changes) {
    StatePlace place = StatePlace.of(environment);
    if (changes.isEmpty() && new S3Files(new TrailObjects(aws, place)).isBegun()) {
      return;
    }
    var details =
        new Details.Bootstrap(
            environment.state().bucket(),
            place.locksInTable() ? environment.state().table() : null,
            changes.stream().map(Change::words).toList());
    try {
      Recorder.ready(aws, environment, caller, workplace).record(details, Map.of());
    } catch (FailureException e) {
      throw Recorder.unrecorded(environment.name(), details, e);
    }
  }
}
