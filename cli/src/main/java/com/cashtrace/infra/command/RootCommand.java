package com.cashtrace.infra.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The program without a subcommand: it has a version and a help, and no work of its own.
 *
 * <p>Only the commands that a command line may mean are prepared, and what runs at every save of a
 * spec is built by hand: picocli takes longer to read the annotations of a command than the command
 * to check a spec.
 */
public final class RootCommand implements Runnable {

  private static final Set<String> HELP = Set.of("-h", "--help");

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private RootCommand() {}

  /** Runs one command line in the given world and returns its exit code. */
  public static int run(World world, String... args) {
    try {
      return commandLine(world, List.of(args)).execute(args);
    } catch (RuntimeException | Error e) {
      // picocli tells of an exception only once a command runs, and never of an Error
      return new Failures(world, new GlobalOptions())
          .fault(e, Arrays.asList(args).contains("--stacktrace"));
    }
  }

  /** The command line with all commands, which touches nothing but the given world. */
  static CommandLine commandLine(World world) {
    return commandLine(world, List.of());
  }

  private static CommandLine commandLine(World world, List<String> words) {
    GlobalOptions options = new GlobalOptions();
    CommandLine line = new CommandLine(program(options));
    Map<String, Supplier<Object>> commands = commands(world, options);
    boolean all = words.isEmpty() || isHelp(words) || isUnknown(words, commands.keySet());
    commands.forEach(
        (name, command) -> {
          if (all || words.contains(name)) {
            line.addSubcommand(name, command.get());
          }
        });
    Failures failures = new Failures(world, options);
    return line.setOut(world.out())
        .setErr(world.err())
        .setDefaultValueProvider(new EnvironmentDefaults(world.environment()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** Every command by its name, in the order of the help. */
  private static Map<String, Supplier<Object>> commands(World world, GlobalOptions options) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("validate", () -> ValidateCommand.spec(world, options));
    commands.put("explain", () -> new ExplainCommand(world, options));
    commands.put("render", () -> RenderCommand.spec(world, options));
    commands.put("plan", () -> PlanCommand.spec(world, options));
    commands.put("approve", () -> new ApproveCommand(world, options));
    commands.put("apply", () -> ApplyCommand.spec(world, options));
    commands.put("destroy", () -> DestroyCommand.spec(world, options));
    commands.put("drift", () -> DriftCommand.spec(world, options));
    commands.put("outputs", () -> new OutputsCommand(world, options));
    commands.put("changed", () -> new ChangedCommand(world, options));
    commands.put("state", () -> StateCommand.line(world, options));
    commands.put("residency", () -> ResidencyCommand.spec(world, options));
    commands.put("residency-report", () -> ResidencyReportCommand.line(world, options));
    commands.put("doctor", () -> new DoctorCommand(world, options));
    commands.put("audit", () -> AuditCommand.line(world, options));
    return commands;
  }

  /** True if the first word that is no option is no command: a wrong one, or an option's value. */
  private static boolean isUnknown(List<String> words, Set<String> commands) {
    return words.stream()
        .filter(word -> !word.startsWith("-"))
        .findFirst()
        .filter(word -> !commands.contains(word))
        .isPresent();
  }

  private static boolean isHelp(List<String> words) {
    return words.stream().anyMatch(HELP::contains);
  }

  private static CommandSpec program(GlobalOptions options) {
    CommandSpec spec = new RootCommand().spec;
    spec.name("cashtrace-infra")
        .scopeType(ScopeType.INHERIT)
        .versionProvider(new Version())
        // picocli's own 2 would read as "there are changes" in CI
        .exitCodeOnInvalidInput(64)
        .exitCodeOnExecutionException(70);
    options.addTo(spec);
    spec.addOption(
            standard("-h", "--help", "Show this help message and exit.").usageHelp(true).build())
        .addOption(
            standard("-V", "--version", "Print version information and exit.")
                .versionHelp(true)
                .build());
    spec.usageMessage()
        .description("Turns one YAML spec per environment into Terraform, and judges every plan.")
        .synopsisSubcommandLabel("COMMAND")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
    return spec;
  }

  private static OptionSpec.Builder standard(String letter, String name, String description) {
    return OptionSpec.builder(letter, name)
        .type(boolean.class)
        .scopeType(ScopeType.INHERIT)
        .description(description);
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put(" 0", "done");
    codes.put(" 1", "it failed: terraform, AWS, disk, an input that cannot be read");
    codes.put(" 2", "done, and there are changes; only with --detailed-exitcode");
    codes.put(
        " 3", "findings: something in a spec, a plan or a rendered folder is not as it must be");
    codes.put("64", "the command line is wrong");
    codes.put("70", "a fault of the program itself");
    codes.put("130", "interrupted");
    return codes;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
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
