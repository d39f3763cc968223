package com.cashtrace.infra.command;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.run.PlanWatcher;
import com.cashtrace.infra.terraform.ProgressBoard;
import com.cashtrace.infra.terraform.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The work on one environment beside others.
 *
 * @param environment which one
 * @param work what is done
 * @param world where the command was given
 * @param options of the command line
 * @param board shows what goes on
 * @param interrupted true once any of them was interrupted: then no other is begun
 */
record FleetJob(
    Environment environment,
    Fleet.Work work,
    World world,
    GlobalOptions options,
    ProgressBoard board,
    AtomicBoolean interrupted)
    implements Callable<FleetJob.Told> {

  /**
   * What came of it.
   *
   * @param outcome how it ended
   * @param out what it told on stdout
   * @param err what it told on stderr
   */
  record Told(Fleet.Outcome outcome, String out, String err) {}

  @Override
  public Told call() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    World own = world.telling(new PrintWriter(out), new PrintWriter(err));
    Fleet.Outcome outcome = outcome(own);
    outcome.problems().forEach(new Failures(own, options)::print);
    own.out().flush();
    own.err().flush();
    if (outcome.code() == ExitCode.INTERRUPTED) {
      interrupted.set(true);
    }
    return new Told(outcome, out.toString(), err.toString());
  }

  private Fleet.Outcome outcome(World own) {
    if (interrupted.get()) {
      Problem problem =
          Problem.unlocated(
              "interrupted", "'" + environment.name() + "' was not begun: interrupted", null);
      return new Fleet.Outcome(ExitCode.INTERRUPTED, List.of(problem));
    }
    try {
      return work.on(environment, own, new Watcher());
    } catch (IOException e) {
      return failed(new UncheckedIOException(e), own);
    } catch (RuntimeException | Error e) {
      return failed(e, own);
    }
  }

  /** A fault of the program in one environment is no reason to leave the others undone either. */
  private Fleet.Outcome failed(Throwable e, World own) {
    FailureException failure = new Failures(own, options).known(e);
    return new Fleet.Outcome(failure.exitCode(), List.of(failure.problem()));
  }

  /** Shows the steps of this environment beside those of the others. */
  private final class Watcher implements PlanWatcher {

    @Override
    public Shown begin(String name) {
      return new FirstWord(() -> board.begin(environment.name() + ": terraform " + name));
    }

    @Override
    public void secret(String text) {
      world.masker().add(text);
    }
  }
}
