package com.cashtrace.infra.command;

import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.document.ReadResult;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.run.Judging;
import com.cashtrace.infra.run.LiveReporting;
import com.cashtrace.infra.run.OnlineRoots;
import com.cashtrace.infra.run.Rendering;
import com.cashtrace.infra.run.ResidencyReporting;
import com.cashtrace.infra.run.Validation;
import com.cashtrace.infra.scan.ClassFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the report on the state that an environment has now.
 *
 * @param world the process
 * @param options of every command
 * @param terraform what runs terraform
 * @param judging by what it is judged
 * @param trust what is known about the trail from elsewhere
 */
record LiveReport(
    World world, GlobalOptions options, TerraformFlags terraform, Judging judging, Trust trust) {

  /** The report, or what is wrong with the spec. */
  ReadResult<ResidencyReport> read(
      ResidencyReporting reporting, String name, @Nullable ClassFile classes, String timeSource) {
    Rendering rendering = options.rendering(world, judging);
    Validation.Checked checked = rendering.checkForm(List.of(name));
    if (checked.sound().isEmpty()) {
      return new ReadResult<>(Optional.empty(), checked.result().problems());
    }
    Environment environment = checked.sound().get(0);
    OnlineRoots roots =
        terraform
            .programs(world, options)
            .online(rendering, options.project(world))
            .apply(new ProgressWatcher(world));
    OnlineRoots.Attempt<ReadResult<ResidencyReport>> made =
        new LiveReporting(roots, reporting, trust, classes, timeSource).report(environment);
    ReadResult<ResidencyReport> report = made.value();
    return report == null ? fail(made.problems()) : report;
  }

  private ReadResult<ResidencyReport> fail(List<Problem> problems) {
    Failures failures = new Failures(world, options);
    problems.subList(1, problems.size()).forEach(failures::print);
    throw new FailureException(problems.get(0), ExitCode.FAILED, null);
  }
}
