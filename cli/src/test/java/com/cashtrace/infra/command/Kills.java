package com.cashtrace.infra.command;

import com.cashtrace.infra.PackagedProgram;
import com.cashtrace.infra.emulator.Emulator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills the packaged program by SIGKILL, at a moment of chance, or before or after a writing
 * request of chance is carried out. The system property {@code cashtrace.kills} says how often each
 * command is killed, {@code cashtrace.seed} repeats a run.
 *
 * @param emulator takes the requests
 * @param random chooses
 */
record Kills(Emulator emulator, Random random) {

  static final int NUMBER = Integer.getInteger("cashtrace.kills", 1);
  static final long SEED = Long.getLong("cashtrace.seed", new Random().nextLong());

  static Kills by(Emulator emulator) {
    return new Kills(emulator, new Random(SEED));
  }

  /** How long an undisturbed run takes, and how many writing requests it makes. */
  record Span(long millis, int requests) {}

  /** Starts a command, and kills it within that span; what it had started may be killed as well. */
  void kill(PackagedProgram program, Span span, String... words) throws Exception {
    emulator.noFaults();
    boolean atARequest = random.nextBoolean();
    if (atARequest) {
      emulator.holdAfter(random.nextInt(span.requests()), random.nextBoolean());
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(span.millis()));
    // it does not live long enough to be worth compiling well
    Process process =
        program.with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1").start(List.of(), words);
    while (process.isAlive() && (atARequest ? !emulator.holds() : System.nanoTime() < end)) {
      Thread.sleep(5);
    }
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly().waitFor();
    if (random.nextBoolean()) {
      started.forEach(ProcessHandle::destroyForcibly);
    }
    emulator.noFaults();
    started.forEach(each -> each.onExit().completeOnTimeout(each, 60, TimeUnit.SECONDS).join());
  }
}
