package com.cashtrace.infra.command;

import com.cashtrace.infra.terraform.TerraformOptions;
import java.nio.file.Path;
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
}
