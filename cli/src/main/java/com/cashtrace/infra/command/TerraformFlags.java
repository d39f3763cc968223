package com.cashtrace.infra.command;

import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.run.OnlineRoots;
import com.cashtrace.infra.run.PlanWatcher;
import com.cashtrace.infra.run.Rendering;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that runs terraform. */
final class TerraformFlags {

  @Option(
      names = "--terraform",
      paramLabel = "PROGRAM",
      description = "The terraform to run: a path, or a name on PATH. Default: terraform.")
  private @Nullable String program;

  @Option(
      names = "--provider-mirror",
      paramLabel = "DIR",
      description =
          "The folder that holds the providers. Default: one of your CLI configuration, or of the"
              + " usual folders, that holds them; else the registry.")
  private @Nullable Path mirror;

  TerraformOptions options(World world) {
    return new TerraformOptions(program, mirror, world.environment(), world.directory());
  }

  /** What runs terraform; tells what it ignores. */
  Programs programs(World world, GlobalOptions options) {
    TerraformOptions found = options(world);
    CliConfig config = CliConfig.of(found);
    if (config.warning() != null) {
      new Failures(world, options).print(config.warning());
    }
    return new Programs(found, config, new ProcessRunner(new Interrupts()));
  }

  /**
   * Runs terraform, and what is run beside it: one for all environments, so that providers are
   * installed once and an interrupt reaches all that runs.
   *
   * @param options what the user said of terraform
   * @param config what the user's own configuration says
   * @param runner runs every program
   */
  record Programs(TerraformOptions options, CliConfig config, ProcessRunner runner) {

    /**
     * What makes roots ready to be worked with in their accounts, for whoever watches.
     *
     * @param project the project's folder
     */
    Function<PlanWatcher, OnlineRoots> online(Rendering rendering, Path project) {
      Terraform terraform = Terraform.online(options, config, runner);
      return watcher ->
          new OnlineRoots(terraform, rendering::tree, project, watcher, options.environment());
    }

    /** Terraform without an account. */
    Terraform offline() {
      return Terraform.offline(options, config, runner);
    }
  }
}
