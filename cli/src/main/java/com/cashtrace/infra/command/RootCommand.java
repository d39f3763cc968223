package com.cashtrace.infra.command;

import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a subcommand: it has a version and a help, and no work of its own. */
@Command(
    name = "cashtrace-infra",
    description = "Turns one YAML spec per environment into Terraform, and judges every plan.",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    // picocli's own 2 would read as "there are changes" in CI
    exitCodeOnInvalidInput = 64,
    exitCodeOnExecutionException = 70)
public final class RootCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private RootCommand() {}

  /** The command line as picocli sees it, writing to the given streams only. */
  public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new RootCommand()).setOut(out).setErr(err);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The version that the build wrote into the manifest of the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return new String[] {"cashtrace-infra " + Objects.requireNonNullElse(version, "unpackaged")};
    }
  }
}
