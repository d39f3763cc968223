package com.cashtrace.infra.command;

import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.report.StateJson;
import com.cashtrace.infra.report.StateReport;
import com.cashtrace.infra.report.StateText;
import com.cashtrace.infra.run.StateAccess;
import com.cashtrace.infra.run.StateAccess.Result;
import com.cashtrace.infra.run.StateChanges;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command on one environment's state: it reaches the state, and tells what that gave. */
abstract class StateCall implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ENV",
      description = "The environment: a file below environments/.")
  private String environment = "";

  private final World world;
  private final GlobalOptions options;

  StateCall(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** Tells a result. */
  @FunctionalInterface
  interface Telling<T> {
    void tell(StateReport report, T result) throws IOException;
  }

  /** Asks for the form before any work, looks at the state, and tells what that gave. */
  final <T> int call(BiFunction<StateFile, StatePlace, T> work, Telling<T> telling)
      throws IOException {
    StateReport report = report();
    return tell(access().with(environment, work), report, telling);
  }

  /** Asks for the form before any work, changes the state, and tells what that gave. */
  final <T> int change(BiFunction<StateChanges, String, Result<T>> work, Telling<T> telling)
      throws IOException {
    StateReport report = report();
    var interrupts = new Interrupts();
    var changes = new StateChanges(access(), world.workplace(), interrupts);
    int exitCode = tell(work.apply(changes, environment), report, telling);
    world.out().flush();
    interrupts.requireUndisturbed();
    return exitCode;
  }

  private StateReport report() {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    return json ? new StateJson() : new StateText();
  }

  private StateAccess access() {
    return StateAccess.of(
        new SpecFolder(options.project(world)), options.resources(world), world.environment());
  }

  private <T> int tell(Result<T> result, StateReport report, Telling<T> telling)
      throws IOException {
    ProblemForms.tell(result.checked(), world, options);
    T value = result.value();
    if (value == null) {
      return result.checked().exitCode().value();
    }
    telling.tell(report, value);
    return ExitCode.OK.value();
  }

  final World world() {
    return world;
  }
}
