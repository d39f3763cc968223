package com.cashtrace.infra.command;

import com.cashtrace.infra.doctor.Doctor;
import com.cashtrace.infra.doctor.Examination;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.report.CheckResult;
import com.cashtrace.infra.report.DoctorJson;
import com.cashtrace.infra.report.DoctorText;
import com.cashtrace.infra.run.AccountExamination;
import com.cashtrace.infra.run.AccountExamination.Result;
import com.cashtrace.infra.run.OfflinePlan;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells whether this machine is ready for every command, and how to make it so. */
@Command(
    name = "doctor",
    description = {
      "Looks at Java, terraform, its provider, git, the scratch folder and the environment"
          + " variables that change what commands do, and says how to mend what is wrong.",
      "With an environment, also at the credentials, their account and its region, the clock, the"
          + " buckets, the table, the keys and the locks of its state.",
      "Changes nothing, and needs no network without an environment. Exits 3 if something must be"
          + " mended. Forms: text, json."
    })
final class DoctorCommand implements Callable<Integer> {

  private static final String LOCK = "templates/aws/terraform.lock.hcl";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ENV",
      arity = "0..1",
      description = "An environment whose account is looked at too.")
  private @Nullable String environment;

  @Mixin private TerraformFlags terraform = new TerraformFlags();

  private final World world;
  private final GlobalOptions options;

  DoctorCommand(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    Doctor doctor =
        new Doctor(
            terraform.options(world),
            options.resources(world).read(LOCK),
            options.project(world).resolve(OfflinePlan.SCRATCH),
            new ProcessRunner(new Interrupts()));
    Result account = account();
    Examination examination = doctor.examine().and(account.checks());
    if (json) {
      new DoctorJson().write(examination, world.out());
    } else {
      new DoctorText(options.color(world, world.outTerminal())).write(examination, world.out());
    }
    return examination.exitCode().and(account.checked().exitCode()).value();
  }

  /** Asked first: a name that is no environment fails before any work. */
  private Result account() throws IOException {
    if (environment == null) {
      return new Result(CheckResult.of(List.of(), List.of()), List.of());
    }
    Result result =
        AccountExamination.in(
                new SpecFolder(options.project(world)), options.resources(world), world.workplace())
            .of(environment);
    ProblemForms.tell(result.checked(), world, options);
    return result;
  }
}
