package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.process.ExternalProgram;
import com.cashtrace.infra.process.LastLines;
import com.cashtrace.infra.process.OutputReader;
import com.cashtrace.infra.process.ProcessRunner;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terraform at work in a rendered root. The root is its working folder: so a path with spaces needs
 * no care, and a path in the user's own {@code TF_CLI_ARGS_plan} counts from where it always does.
 */
public final class Terraform {

  /** What terraform leaves in the root when it can't upload a state. */
  public static final String ERRORED_STATE = "errored.tfstate";

  private static final int LAST_WORDS = 15;

  private static final String STATE_HINT = "'doctor' looks at what terraform needs";

  /** What the user's own {@code -detailed-exitcode} makes of a plan that has changes. */
  private static final int CHANGES = 2;

  private final TerraformProgram program;
  private final TerraformEnvironment environment;
  private final MirrorSearch mirrors;
  private final ProcessRunner runner;
  private final Installation installation;

  Terraform(
      TerraformProgram program,
      TerraformEnvironment environment,
      MirrorSearch mirrors,
      Installation installation,
      ProcessRunner runner) {
    this.program = program;
    this.environment = environment;
    this.mirrors = mirrors;
    this.runner = runner;
    this.installation = installation;
  }

  /**
   * Finds terraform and asks for its version; the roots that it works in hold {@link
   * OfflineOverride#FILE}.
   *
   * @throws FailureException as {@link TerraformFinder#find} says, or if the environment selects a
   *     workspace
   */
  public static Terraform offline(
      TerraformOptions options, CliConfig config, ProcessRunner runner) {
    return of(TerraformEnvironment.offline(config.environment()), options, config, runner);
  }

  /**
   * The same with an account: credentials are found as every AWS program finds them, and the state
   * is where the root says. Where {@link EndpointOverride#isNeeded} the roots hold {@link
   * EndpointOverride#FILE}.
   *
   * @throws FailureException as {@link TerraformFinder#find} says, or if the environment selects a
   *     workspace
   */
  public static Terraform online(TerraformOptions options, CliConfig config, ProcessRunner runner) {
    return of(TerraformEnvironment.online(config.environment()), options, config, runner);
  }

  private static Terraform of(
      TerraformEnvironment environment,
      TerraformOptions options,
      CliConfig config,
      ProcessRunner runner) {
    TerraformProgram program = new TerraformFinder(runner).find(options);
    var machine = ProviderMirrors.ofThisMachine();
    MirrorSearch mirrors =
        providers -> machine.find(options, config, program.platform(), providers);
    var installation = new Installation(program.platform(), config.caches());
    return new Terraform(program, environment, mirrors, installation, runner);
  }

  /** The program at work. */
  public TerraformProgram program() {
    return program;
  }

  /**
   * Makes the root ready for {@link #plan}, unless it is: then nothing is run. Several threads may
   * ask, each for a root of its own.
   *
   * @param root the rendered root
   * @param listener gets what terraform tells
   */
  public InitResult init(Path root, Consumer<Event> listener) {
    return init(root, () -> {}, listener);
  }

  /**
   * The same, after something else that need not be done where nothing is run.
   *
   * @param first what; nothing is run if it fails
   */
  public InitResult init(Path root, Runnable first, Consumer<Event> listener) {
    MirrorChoice mirror = mirrors.find(LockFile.of(root));
    var stamp = new InitStamp(root, program, mirror.folder());
    if (stamp.isCurrent()) {
      installation.found(root);
      return new InitResult(true, true, mirror, List.of());
    }
    first.run();
    stamp.remove();
    var session = new Session(listener);
    int status =
        installation.run(
            root,
            mirror.folder(),
            from -> run(program(initCommand(root, from), root, environment.internal()), session));
    if (status == 0) {
      stamp.write();
    }
    var advice = new InitAdvice(mirror);
    List<Problem> problems =
        session.diagnostics("init", status).stream().map(advice::explain).toList();
    return new InitResult(status == 0, false, mirror, problems);
  }

  private List<String> initCommand(Path root, @Nullable Path providers) {
    // Reconfigure: a scratch folder has no state that a change of its backend could lose.
    List<String> command =
        new ArrayList<>(List.of("init", "-json", "-no-color", "-input=false", "-reconfigure"));
    command.addAll(environment.initOptions());
    if (Files.exists(root.resolve(LockFile.NAME))) {
      command.add("-lockfile=readonly");
    }
    if (providers != null) {
      command.add("-plugin-dir=" + providers);
    }
    return command;
  }

  /**
   * Plans the root; it has to be initialised.
   *
   * @param root the rendered root
   * @param mode what for
   * @param file where the plan goes, absolute
   * @param listener gets what terraform tells, in the order in which it is told
   */
  public PlanRun plan(Path root, PlanMode mode, Path file, Consumer<Event> listener) {
    List<String> command =
        new ArrayList<>(List.of("plan", "-json", "-no-color", "-input=false", "-out=" + file));
    command.addAll(mode.options());
    command.addAll(environment.planOptions());
    var session = new Session(listener);
    ExternalProgram plan = program(command, root, environment.variables());
    int status = environment.shared() ? planOutliving(plan, file, session) : run(plan, session);
    boolean succeeded =
        status == 0 || (status == CHANGES && !session.failed() && Files.isRegularFile(file));
    if (!succeeded) {
      // Whatever is wrong, the next attempt shall not trust what init left.
      new InitStamp(root, program, null).remove();
    }
    List<Diagnostic> diagnostics = session.diagnostics("plan", succeeded ? 0 : status);
    return new PlanRun(succeeded, diagnostics, environment.arguments("plan"));
  }

  /**
   * Carries out a plan that was saved; the root has to be initialised. Should this process be
   * killed, terraform goes on to the end of the plan all the same.
   *
   * @param root the rendered root that was planned
   * @param file the plan, absolute, in a folder that is closed to others
   * @param listener gets what terraform tells, in the order in which it is told
   * @return how it ended, also where an interrupt came meanwhile: terraform was let finish then. It
   *     may have left a state that it could not upload in {@link #ERRORED_STATE} of the root
   */
  public ApplyRun apply(Path root, Path file, Consumer<Event> listener) {
    List<String> command = List.of("apply", "-json", "-no-color", "-input=false", file.toString());
    var session = new Session(listener);
    Journal journal = Journal.ofApply(file);
    ApplyRun.Outcome outcome;
    int status = 0;
    try {
      status = outliving(program(command, root, environment.variables()), journal, session);
      outcome = status == 0 ? ApplyRun.Outcome.DONE : ApplyRun.Outcome.FAILED;
    } catch (FailureException e) {
      if (e.exitCode() != ExitCode.INTERRUPTED) {
        throw e;
      }
      outcome = ApplyRun.Outcome.INTERRUPTED;
    }
    if (outcome == ApplyRun.Outcome.DONE) {
      journal.remove();
    }
    return new ApplyRun(
        outcome, session.diagnostics("apply", status), environment.arguments("apply"));
  }

  private int planOutliving(ExternalProgram program, Path file, Session session) {
    Journal journal = Journal.ofPlan(file);
    try {
      return outliving(program, journal, session);
    } finally {
      journal.remove();
    }
  }

  /** Runs a program that holds the lock of the state, and must not die of our own death. */
  private int outliving(ExternalProgram program, Journal journal, Session session) {
    return runner.run(
        program,
        journal.spool(),
        OutputReader.lines(session::out),
        OutputReader.lines(session::err));
  }

  /** Works while no interrupt ends this process, as {@link ProcessRunner#undisturbed} says. */
  public <T> T undisturbed(Supplier<T> work) {
    return runner.undisturbed(work);
  }

  /**
   * Hands on what {@code terraform show -json} prints of a plan, while it prints it.
   *
   * @param root the root that was planned
   * @param file the plan
   * @param reader reads the document, in a thread of its own, before this method returns; it may
   *     close it, and what it throws is thrown here
   * @throws FailureException if terraform can't show the file ({@code terraform-error})
   */
  public void show(Path root, Path file, OutputReader reader) {
    String hint = "was '" + file + "' written by this version of terraform?";
    print(List.of("show", "-json", "-no-color", file.toString()), root, reader, hint);
  }

  /** Hands on the state in the same way; the root has to be initialised. */
  public void showState(Path root, OutputReader reader) {
    print(List.of("show", "-json", "-no-color"), root, reader, STATE_HINT);
  }

  /** Hands on the outputs of the state in the same way; the root has to be initialised. */
  public void outputs(Path root, OutputReader reader) {
    print(List.of("output", "-json", "-no-color"), root, reader, STATE_HINT);
  }

  private void print(List<String> command, Path root, OutputReader reader, String hint) {
    var words = new LastLines(LAST_WORDS);
    ExternalProgram show = program(command, root, environment.internal());
    OutputReader document = stream -> reader.read(new Unclosed(stream));
    int status = runner.run(show, document, OutputReader.lines(words));
    if (status != 0) {
      String said = words.text().replaceAll("\\s+", " ");
      String message =
          "'terraform %s' %s: %s".formatted(command.get(0), ExitStatus.words(status), said);
      throw new FailureException(Problem.unlocated("terraform-error", message, hint));
    }
  }

  private int run(ExternalProgram program, Session session) {
    return runner.run(program, OutputReader.lines(session::out), OutputReader.lines(session::err));
  }

  private ExternalProgram program(List<String> command, Path root, Map<String, String> variables) {
    List<String> whole =
        Stream.concat(Stream.of(program.path().toString()), command.stream()).toList();
    return new ExternalProgram(whole, root, variables, null);
  }

  /** A stream that a reader may close as it likes; the rest of it is still drained. */
  private static final class Unclosed extends FilterInputStream {

    Unclosed(InputStream stream) {
      super(stream);
    }

    @Override
    public void close() {
      // it belongs to whoever runs the program
    }
  }

  /** Knows where providers come from once it is known which. */
  @FunctionalInterface
  interface MirrorSearch {
    MirrorChoice find(List<LockedProvider> providers);
  }
}
