package com.cashtrace.infra.doctor;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.LockedProvider;
import com.cashtrace.infra.terraform.MirrorChoice;
import com.cashtrace.infra.terraform.ProviderMirrors;
import com.cashtrace.infra.terraform.TerraformFinder;
import com.cashtrace.infra.terraform.TerraformOptions;
import com.cashtrace.infra.terraform.TerraformProgram;
import java.util.ArrayList;
import java.util.List;

/** Is there a terraform, and where would it take its providers from. */
record TerraformChecks(
    TerraformOptions options,
    CliConfig config,
    List<LockedProvider> providers,
    ProcessRunner runner) {

  private static final String TERRAFORM = "terraform";
  private static final String PROVIDER = "provider";

  List<Check> all() {
    TerraformProgram program;
    try {
      program = new TerraformFinder(runner).find(options);
    } catch (FailureException e) {
      return List.of(failed(TERRAFORM, e), unknown());
    }
    List<Check> checks = new ArrayList<>();
    checks.add(Check.ok(TERRAFORM, program.version() + " at '" + program.path() + "'"));
    for (LockedProvider provider : providers) {
      checks.add(provider(provider, program));
    }
    return checks;
  }

  private static Check failed(String name, FailureException e) {
    if (e.exitCode() == ExitCode.INTERRUPTED) {
      throw e;
    }
    String message = e.problem().message();
    return Check.problem(name, message, e.problem().hint());
  }

  private static Check unknown() {
    return Check.warning(
        PROVIDER,
        "not looked for: terraform would tell for which platform",
        "make terraform work first");
  }

  private Check provider(LockedProvider provider, TerraformProgram program) {
    String name = PROVIDER + " " + provider;
    MirrorChoice choice;
    try {
      choice =
          ProviderMirrors.ofThisMachine()
              .find(options, config, program.platform(), List.of(provider));
    } catch (FailureException e) {
      return failed(name, e);
    }
    return choice.folder() == null
        ? Check.warning(
            name,
            choice.sentence(),
            "where there is no network, make a mirror with 'terraform providers mirror'; with"
                + " network, TF_PLUGIN_CACHE_DIR keeps what was fetched once")
        : Check.ok(name, choice.sentence());
  }
}
