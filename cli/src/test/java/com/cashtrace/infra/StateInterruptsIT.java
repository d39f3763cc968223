package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.PackagedProgram.Result;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Bootstrap;
import com.cashtrace.infra.backend.LockInfo;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateStatus;
import com.cashtrace.infra.command.CommandRun;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.environment.Locks;
import com.cashtrace.infra.environment.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a push leaves that is broken off while it holds the lock of the state. */
@Timeout(120)
class StateInterruptsIT {

  private static final String STATE =
      "{\"version\": 4, \"terraform_version\": \"1.11.4\", \"serial\": %d, \"lineage\": \"l-1\"}";
  private static final String BUCKET = "cashtrace-111122223333-tfstate";
  private static final StatePlace PLACE =
      new StatePlace(
          "development",
          "111122223333",
          "af-south-1",
          new State(BUCKET, "development/terraform.tfstate", Locks.BOTH, "terraform-locks"));
  private static final String LOCK = "development/terraform.tfstate.tflock";

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private PackagedProgram program;
  private Map<String, String> variables;

  @BeforeEach
  void bootstrap() throws Exception {
    variables = EMULATOR.as("111122223333", "infra-apply", "ada");
    PackagedProgram.in(folder);
    program = new PackagedProgram(folder, variables);
    try (Aws aws = aws()) {
      Bootstrap.of(aws, PLACE).run(false, change -> {});
    }
  }

  private Aws aws() {
    return Aws.in(PLACE.region(), variables);
  }

  /** What has to come to its end, which need not be a process of its own. */
  private String succeeds(String... words) {
    CommandRun run = CommandRun.with(variables, folder, words);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return run.out();
  }

  private Process startPush(int serial) throws Exception {
    Files.writeString(folder.resolve("errored.tfstate"), STATE.formatted(serial));
    return program.start(List.of(), "state", "push", "development", "errored.tfstate");
  }

  /** A push that has the lock, and is given time by a slow key service. */
  private Process startSlowPush(int serial) throws Exception {
    EMULATOR.slowDown("TrentService.Sign");
    Process push = startPush(serial);
    try (Aws aws = aws()) {
      while (aws.s3().listObjectsV2(b -> b.bucket(BUCKET).prefix(LOCK)).keyCount() == 0) {
        assertThat(push.isAlive()).as(Files.readString(folder.resolve("stderr"))).isTrue();
        Thread.sleep(20);
      }
    }
    return push;
  }

  private static void send(String signal, Process process) throws Exception {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
  }

  /** How it stands about the state, asked without starting the program. */
  private StateStatus status() {
    try (Aws aws = aws()) {
      return new StateFile(aws, PLACE).status();
    }
  }

  private static List<String> holders(StateStatus status) {
    return status.locks().stream()
        .flatMap(half -> half.holder().stream())
        .map(LockInfo::id)
        .distinct()
        .toList();
  }

  private void isFreeWith(long serial) {
    StateStatus status = status();
    assertThat(holders(status)).isEmpty();
    assertThat(status.digest()).isEqualTo(StateStatus.Digest.AGREES);
    assertThat(status.current().head().serial()).isEqualTo(serial);
  }

  @Test
  void endsItsWorkAndReleasesTheLockWhenItIsInterruptedOnceAndTwice() throws Exception {
    int serial = 0;
    for (String signal : List.of("INT", "TERM", "HUP")) {
      serial++;
      Process push = startSlowPush(serial);
      send(signal, push);
      Thread.sleep(300);
      assertThat(push.isAlive()).as("it ends its work after " + signal).isTrue();
      send(signal, push);
      Result result = program.end(push);
      EMULATOR.noFaults();

      assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(130);
      assertThat(result.out()).contains("with serial " + serial);
      assertThat(result.err())
          .contains("error[interrupted]: interrupted; what was running was let");
      isFreeWith(serial);
    }
    assertThat(succeeds("audit", "verify", "development")).contains(": 3 records, whole");
  }

  @Test
  void leavesALockWhenItIsKilledAndTheLockIsReleasedByHand() throws Exception {
    Process push = startSlowPush(1);
    push.destroyForcibly().waitFor();
    EMULATOR.noFaults();

    List<String> held = holders(status());
    assertThat(held).hasSize(1);
    String[] words = {"state", "push", "development", "errored.tfstate"};
    CommandRun again = CommandRun.with(variables, folder, words);
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("error[state-locked]", held.get(0));
    succeeds("state", "unlock", "development", held.get(0));
    succeeds(words);
    isFreeWith(1);
    succeeds("audit", "verify", "development");
  }
}
