package com.cashtrace.infra.command;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.CheckedFile;
import com.cashtrace.infra.report.FleetReport;
import com.cashtrace.infra.report.FleetReport.Entry;
import com.cashtrace.infra.run.PlanWatcher;
import com.cashtrace.infra.run.Validation;
import com.cashtrace.infra.terraform.ProgressBoard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Does the work of a command for one environment as if there were no other, or for several side by
 * side: then what each has to say is kept together and told in the order of their names, and the
 * failure of one leaves the others running.
 */
final class Fleet {

  private static final int USUAL_WIDTH = 80;

  private final World world;
  private final GlobalOptions options;
  private final FleetFlags flags;
  private final boolean json;

  /** Tells results in the world; with {@code json} several documents become one. */
  Fleet(World world, GlobalOptions options, FleetFlags flags, boolean json) {
    this.world = world;
    this.options = options;
    this.flags = flags;
    this.json = json;
  }

  /** The work on one environment. */
  @FunctionalInterface
  interface Work {

    /**
     * Works, and tells its result.
     *
     * @param own where it is told
     * @param watcher is told what goes on meanwhile
     */
    Outcome on(Environment environment, World own, PlanWatcher watcher) throws IOException;
  }

  /**
   * What became of the work.
   *
   * @param code what a command for this environment alone returns
   * @param problems what is to be told on stderr
   */
  record Outcome(ExitCode code, List<Problem> problems) {

    /** Copies the problems. */
    Outcome {
      problems = List.copyOf(problems);
    }

    /** The result was told. */
    static Outcome of(ExitCode code) {
      return new Outcome(code, List.of());
    }
  }

  /**
   * Works on the environments that were checked and are sound; the others count as findings.
   *
   * @param prepared is asked once, and only if there is something to do
   * @return the exit code for all together
   */
  ExitCode work(Validation.Checked checked, Supplier<Work> prepared) throws IOException {
    ProblemForms.tell(checked.result(), world, options);
    if (!flags.isOne()) {
      return several(checked, prepared);
    }
    if (checked.sound().isEmpty()) {
      return checked.result().exitCode();
    }
    Work work = prepared.get();
    Outcome outcome = work.on(checked.sound().get(0), world, new ProgressWatcher(world));
    outcome.problems().forEach(new Failures(world, options)::print);
    return outcome.code();
  }

  private ExitCode several(Validation.Checked checked, Supplier<Work> prepared) throws IOException {
    List<Entry> entries = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(flags.parallelism());
    try (ProgressBoard board = board()) {
      Map<String, Future<FleetJob.Told>> jobs = start(checked, prepared, pool, board);
      for (CheckedFile file : checked.result().checked()) {
        String name = file.environment();
        Future<FleetJob.Told> job = jobs.get(name);
        if (job == null) {
          entries.add(new Entry(name, ExitCode.FINDINGS, "", List.of()));
        } else {
          FleetJob.Told told = end(job);
          boolean first = entries.stream().allMatch(entry -> entry.result().isEmpty());
          board.aside(() -> tell(name, told, first));
          entries.add(entry(name, told));
        }
      }
    } finally {
      pool.shutdown();
    }
    return sum(new FleetReport(checked.result().exitCode(), checked.result().problems(), entries));
  }

  private Map<String, Future<FleetJob.Told>> start(
      Validation.Checked checked,
      Supplier<Work> prepared,
      ExecutorService pool,
      ProgressBoard board) {
    Map<String, Future<FleetJob.Told>> jobs = new HashMap<>();
    if (!checked.sound().isEmpty()) {
      Work work = prepared.get();
      AtomicBoolean interrupted = new AtomicBoolean();
      for (Environment environment : checked.sound()) {
        var job = new FleetJob(environment, work, world, options, board, interrupted);
        jobs.put(environment.name(), pool.submit(job));
      }
    }
    return jobs;
  }

  private ExitCode sum(FleetReport report) throws IOException {
    if (json) {
      report.json(world.out());
      world.out().flush();
    }
    world.err().println(report.sum());
    world.err().flush();
    return report.exitCode();
  }

  private static Entry entry(String name, FleetJob.Told told) {
    return new Entry(name, told.outcome().code(), told.out(), told.outcome().problems());
  }

  /** A job catches whatever is thrown, and nobody interrupts the thread that waits. */
  private static FleetJob.Told end(Future<FleetJob.Told> job) {
    try {
      return job.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while environments were worked on", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the work on an environment ended without a result", e);
    }
  }

  private void tell(String name, FleetJob.Told told, boolean first) {
    if (!told.err().isEmpty()) {
      world.err().println(name + ":");
      world.err().print(told.err());
      world.err().flush();
    }
    if (!json && !told.out().isEmpty()) {
      world.out().print(first ? told.out() : "\n" + told.out());
      world.out().flush();
    }
  }

  private ProgressBoard board() {
    String columns = world.environment().getOrDefault("COLUMNS", "");
    int width = columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    return new ProgressBoard(world.err(), world.errTerminal(), width);
  }
}
