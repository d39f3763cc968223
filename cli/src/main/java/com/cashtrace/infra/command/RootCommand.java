package com.cashtrace.infra.command;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a subcommand: it has a version and a help, and no work of its own. */
@Command(
    name = "cashtrace-infra",
    description = "Turns one YAML spec per environment into Terraform, and judges every plan.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = RootCommand.Version.class,
    // picocli's own 2 would read as "there are changes" in CI
    exitCodeOnInvalidInput = 64,
    exitCodeOnExecutionException = 70,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done",
      " 1:it failed: terraform, AWS, disk, an input that cannot be read",
      " 2:done, and there are changes; only with --detailed-exitcode",
      " 3:findings: something in a spec, a plan or a rendered folder is not as it must be",
      "64:the command line is wrong",
      "70:a fault of the program itself",
      "130:interrupted"
    },
    subcommands = {
      ValidateCommand.class,
      ExplainCommand.class,
      RenderCommand.class,
      PlanCommand.class,
      DoctorCommand.class
    })
public final class RootCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private GlobalOptions options = new GlobalOptions();

  private RootCommand() {}

  /** Runs one command line in the given world and returns its exit code. */
  public static int run(World world, String... args) {
    return commandLine(world).execute(args);
  }

  /** The command line as picocli sees it, which touches nothing but the given world. */
  static CommandLine commandLine(World world) {
    RootCommand root = new RootCommand();
    CommandLine line = new CommandLine(root, new WorldFactory(world, root.options));
    Failures failures = new Failures(world, root.options);
    return line.setOut(world.out())
        .setErr(world.err())
        .setDefaultValueProvider(new EnvironmentDefaults(world.environment()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Gives subcommands the world by their constructor. */
  private record WorldFactory(World world, GlobalOptions options) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.getDeclaredConstructor(World.class, GlobalOptions.class)
            .newInstance(world, options);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }

  /** The version that the build wrote into the manifest of the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"cashtrace-infra " + number()};
    }

    static String number() {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return Objects.requireNonNullElse(version, "unpackaged");
    }
  }
}
