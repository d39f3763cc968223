package com.cashtrace.infra.command;

import com.cashtrace.infra.doctor.Doctor;
import com.cashtrace.infra.doctor.Examination;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.report.DoctorJson;
import com.cashtrace.infra.report.DoctorText;
import com.cashtrace.infra.run.OfflinePlan;
import com.cashtrace.infra.terraform.LockFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells whether this machine is ready for every command, and how to make it so. */
@Command(
    name = "doctor",
    description = {
      "Looks at Java, terraform, its provider, git, the scratch folder and the environment"
          + " variables that change what commands do, and says how to mend what is wrong.",
      "Changes nothing and needs no network. Exits 3 if something must be mended. Forms: text,"
          + " json."
    })
final class DoctorCommand implements Callable<Integer> {

  private static final String LOCK = "templates/aws/terraform.lock.hcl";

  @Spec private CommandSpec spec = CommandSpec.create();
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
            LockFile.read(options.resources(world).read(LOCK)),
            options.project(world).resolve(OfflinePlan.SCRATCH),
            new ProcessRunner(new Interrupts()));
    Examination examination = doctor.examine();
    if (json) {
      new DoctorJson().write(examination, world.out());
    } else {
      new DoctorText(options.color(world, world.outTerminal())).write(examination, world.out());
    }
    return examination.exitCode().value();
  }
}
