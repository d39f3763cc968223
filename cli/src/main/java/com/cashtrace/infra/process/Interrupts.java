package com.cashtrace.infra.process;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an interrupt reaches every running child exactly once, and that we outlive them:
 * one that went to the whole process group (Ctrl-C) is there already, one that was sent to us alone
 * is passed on. While no child runs, and no work that has to come to its end, signals keep their
 * usual meaning.
 */
public final class Interrupts {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private final Object one = new Object();
  private final List<Watch> watches = new ArrayList<>();
  private final List<Runnable> restore = new ArrayList<>();
  private @Nullable GroupWitness witness;
  private boolean interrupted;

  /** Starts a child under watch; the watch has to be closed once the child has ended. */
  Watch start(ProcessBuilder builder) throws IOException {
    synchronized (this) {
      Watch watch = watch();
      try {
        // Under the lock: a signal that comes meanwhile waits until there is a child to tell.
        requireUndisturbed();
        watch.process = builder.start();
        return watch;
      } catch (IOException | RuntimeException e) {
        watch.close();
        throw e;
      }
    }
  }

  private synchronized Watch watch() {
    if (watches.isEmpty()) {
      witness = GroupWitness.start();
      for (String signal : SIGNALS) {
        SignalHandlers.install(signal, () -> arrived(signal)).ifPresent(restore::add);
      }
    }
    var watch = new Watch();
    watches.add(watch);
    return watch;
  }

  /**
   * Lets work of this process come to its end although an interrupt comes: what it holds, such as a
   * lock, would else be left. Afterwards {@link #requireUndisturbed} tells of the interrupt.
   */
  public <T> T letFinish(Supplier<T> work) {
    Watch watch = watch();
    try {
      return work.get();
    } finally {
      watch.close();
    }
  }

  /** Fails with {@link ExitCode#INTERRUPTED} if an interrupt came while something was watched. */
  public synchronized void requireUndisturbed() {
    if (interrupted) {
      throw new FailureException(
          Problem.unlocated("interrupted", "interrupted; what was running was let finish", null),
          ExitCode.INTERRUPTED,
          null);
    }
  }

  private void arrived(String signal) {
    // One signal after the other: two at once would both ask the witness about the same answer.
    synchronized (one) {
      GroupWitness group;
      synchronized (this) {
        interrupted = true;
        group = witness;
      }
      if (group == null || !group.saw(signal)) {
        synchronized (this) {
          watches.forEach(Watch::passOn);
        }
      }
    }
  }

  private synchronized void end(Watch watch) {
    watches.remove(watch);
    if (watches.isEmpty()) {
      restore.forEach(Runnable::run);
      restore.clear();
      if (witness != null) {
        witness.close();
        witness = null;
      }
    }
  }

  /** One child for as long as it runs. */
  final class Watch implements AutoCloseable {

    private @Nullable Process process;

    private Watch() {}

    Process process() {
      if (process == null) {
        throw new IllegalStateException("a watch is handed out only with its child");
      }
      return process;
    }

    /**
     * Fails with {@link ExitCode#INTERRUPTED} if an interrupt came while the child ran. A Ctrl-C
     * may have ended the child before our own handler ran: then the witness knows of it.
     */
    void requireUndisturbed() {
      synchronized (Interrupts.this) {
        interrupted = interrupted || (witness != null && witness.sawAny());
        Interrupts.this.requireUndisturbed();
      }
    }

    /**
     * Asks the child to end, as SIGTERM does: the process' own {@code destroy} would also close the
     * pipes, and with them lose what the child says while it ends.
     */
    private void passOn() {
      if (process != null) {
        process.toHandle().destroy();
      }
    }

    @Override
    public void close() {
      end(this);
    }
  }
}
