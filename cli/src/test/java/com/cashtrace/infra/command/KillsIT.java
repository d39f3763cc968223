package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.PackagedProgram;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Kills the commands on a state, see {@link Kills}. Whatever that leaves: the state can be read,
 * the trail verifies, and one more run of the same command ends where an undisturbed one would
 * have.
 */
class KillsIT {

  /** The trail is read as a whole after each kill: a new one from time to time saves time. */
  private static final int KILLS_IN_A_WORLD = 25;

  private static final String STATE =
      """
      {"version": 4, "terraform_version": "1.11.%d", "serial": %d, "lineage": "l-1",
       "outputs": {}, "resources": [], "check_results": null}
      """;
  private static final String LOCK =
      """
      {"ID": "l-%d", "Operation": "OperationTypeApply", "Info": "", "Who": "bob@laptop",
       "Version": "1.11.4", "Created": "2026-11-22 06:00:00 UTC", "Path": "x"}
      """;

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private final Kills kills = Kills.by(EMULATOR);
  private StateProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = StateProject.in(EMULATOR, folder);
  }

  /** A command, what it finds, and what must be true once it has come to its end. */
  private interface Victim {

    /** Makes the world in which it runs, and returns its words. */
    String[] prepare(int number) throws Exception;

    void isDone(int number) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> endsInTheSamePlaceWhereverItWasKilled() {
    return Stream.of(
            kills("state bootstrap", new Bootstrapped()),
            kills("state push", new Pushed()),
            kills("state restore", new Restored()),
            kills("state unlock", new Unlocked()))
        .flatMap(tests -> tests);
  }

  private Stream<DynamicTest> kills(String name, Victim victim) {
    Kills.Span[] undisturbed = new Kills.Span[1];
    return IntStream.rangeClosed(0, Kills.NUMBER)
        .mapToObj(
            number ->
                DynamicTest.dynamicTest(
                    name + " " + number + " of seed " + Kills.SEED,
                    () -> {
                      if (number == 0) {
                        undisturbed[0] = undisturbed(victim);
                      } else {
                        isKilled(victim, number, undisturbed[0]);
                      }
                    }));
  }

  private Kills.Span undisturbed(Victim victim) throws Exception {
    EMULATOR.empty();
    String[] words = victim.prepare(0);
    EMULATOR.noFaults();
    long begin = System.nanoTime();
    PackagedProgram program = program();
    PackagedProgram.Result result = program.end(program.start(List.of(), words));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    assertThat(result.exitCode()).as(result.err()).isZero();
    int requests = EMULATOR.noFaults();
    isSound(victim, 0);
    return new Kills.Span(millis, requests);
  }

  private PackagedProgram program() {
    return new PackagedProgram(folder, project.variables());
  }

  private void isKilled(Victim victim, int number, Kills.Span span) throws Exception {
    if (number % KILLS_IN_A_WORLD == 1) {
      EMULATOR.empty();
    }
    String[] words = victim.prepare(number);
    kills.kill(program(), span, words);
    releaseOwnLock(readable());
    CommandRun again = project.run(words);
    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    isSound(victim, number);
  }

  /** Without a record, a key or a bucket: a bootstrap was killed. */
  private String readable() {
    CommandRun trail = project.run("audit", "verify", "development");
    String said = trail.out() + trail.err();
    if (!said.matches("(?s).*error\\[(audit-trail|trail-key|state-bucket)-missing].*")) {
      assertThat(trail.exitCode()).as(said).isZero();
    }
    CommandRun status = project.run("state", "status", "development");
    assertThat(status.out() + status.err()).doesNotContain("no Terraform state", "error[bug]");
    return status.out();
  }

  /** As a person would who reads what the state is locked by. */
  private void releaseOwnLock(String status) {
    status
        .lines()
        .filter(line -> line.contains("(state push,") || line.contains("(state restore,"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .distinct()
        .forEach(
            id -> {
              CommandRun run = project.run("state", "unlock", "development", id);
              assertThat(run.exitCode()).as(run.err()).isZero();
            });
  }

  private void isSound(Victim victim, int number) throws Exception {
    CommandRun trail = project.run("audit", "verify", "development");
    assertThat(trail.exitCode()).as(trail.out() + trail.err()).isZero();
    assertThat(trail.out()).contains(" whole");
    assertThat(project.run("state", "status", "development").out())
        .doesNotContain("held by", "note ", "no Terraform state");
    victim.isDone(number);
  }

  /** Each time a bucket, a table and keys that are not there yet. */
  private final class Bootstrapped implements Victim {

    @Override
    public String[] prepare(int number) {
      EMULATOR.empty();
      return new String[] {"state", "bootstrap", "development"};
    }

    @Override
    public void isDone(int number) throws Exception {
      CommandRun run = project.run("state", "bootstrap", "development", "--dry-run");
      assertThat(run.out()).contains("the state backend is as it must be");
      assertThat(newest("bootstrap", 1)).isNotEmpty();
      try (Aws aws = project.aws()) {
        assertThat(aws.kms().listKeys().keys()).hasSize(2);
      }
    }
  }

  private void bootstrap() {
    if (project.run("audit", "verify", "development").exitCode() != 0) {
      CommandRun run = project.run("state", "bootstrap", "development");
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
  }

  private String[] push(int content, int serial) throws IOException {
    Files.writeString(folder.resolve("errored.tfstate"), STATE.formatted(content, serial));
    return new String[] {"state", "push", "development", "errored.tfstate"};
  }

  private JsonNode newest(String kind, int limit) throws IOException {
    CommandRun run =
        project.run(
            "audit",
            "show",
            "development",
            "--kind",
            kind,
            "--limit",
            "" + limit,
            "--format",
            "json");
    return new ObjectMapper().readTree(run.out()).path("records");
  }

  private String state() {
    try (Aws aws = project.aws()) {
      return aws.s3().getObjectAsBytes(b -> b.bucket(BUCKET).key(KEY)).asUtf8String();
    }
  }

  /** Each time a state with a higher serial. */
  private final class Pushed implements Victim {

    @Override
    public String[] prepare(int number) throws IOException {
      bootstrap();
      return push(number, number + 1);
    }

    @Override
    public void isDone(int number) throws Exception {
      assertThat(state()).isEqualTo(STATE.formatted(number, number + 1));
      assertThat(newest("push", 1).at("/0/details/after/serial").asInt()).isEqualTo(number + 1);
    }
  }

  /** Each time the version before the one that counts. */
  private final class Restored implements Victim {

    @Override
    public String[] prepare(int number) throws IOException {
      bootstrap();
      CommandRun run = project.run(push(1, 100 * number + 1));
      assertThat(run.exitCode()).as(run.err()).isZero();
      CommandRun history = project.run("state", "history", "development", "--format", "json");
      String version =
          new ObjectMapper().readTree(history.out()).at("/versions/0/version").asText();
      project.run(push(2, 100 * number + 2));
      return new String[] {"state", "restore", "development", version};
    }

    @Override
    public void isDone(int number) throws Exception {
      int serial = new ObjectMapper().readTree(state()).path("serial").asInt();
      assertThat(serial).as("one more for each run").isBetween(100 * number + 3, 100 * number + 4);
      assertThat(state()).isEqualTo(STATE.formatted(1, serial));
      assertThat(newest("restore", 1).at("/0/details/after/serial").asInt()).isEqualTo(serial);
    }
  }

  /** Each time both halves of a lock of somebody else. */
  private final class Unlocked implements Victim {

    @Override
    public String[] prepare(int number) {
      bootstrap();
      try (Aws aws = project.aws()) {
        aws.s3()
            .putObject(
                b -> b.bucket(BUCKET).key(KEY + ".tflock"),
                RequestBody.fromString(LOCK.formatted(number)));
      }
      return new String[] {"state", "unlock", "development", "l-" + number};
    }

    @Override
    public void isDone(int number) throws Exception {
      assertThat(newest("unlock", 1).at("/0/details/lock").asText()).isEqualTo("l-" + number);
    }
  }
}
