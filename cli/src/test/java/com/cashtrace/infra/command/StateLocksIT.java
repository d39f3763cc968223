package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.KEY;
import static com.cashtrace.infra.command.StateProject.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Status, unlock, history, restore and push of a state that real terraform writes and locks. */
@Timeout(300)
class StateLocksIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private StateProject project;
  private BackendTerraform terraform;

  @BeforeEach
  void makeAProject() throws Exception {
    BackendTerraform.require();
    project = StateProject.in(EMULATOR, folder);
    terraform = new BackendTerraform(folder.resolve("root"), project.variables());
  }

  /** A bucket with a state of serial 1 that terraform wrote. */
  private void begin(String mode) throws Exception {
    Path spec = folder.resolve("environments/development.yaml");
    Files.writeString(
        spec,
        Files.readString(spec).replace("  key: " + KEY, "  key: " + KEY + "\n  locks: " + mode));
    assertThat(project.run("state", "bootstrap", "development").exitCode()).isZero();
    terraform.write(mode, "first", 0);
    terraform.run(0, "init", "-no-color");
    terraform.run(0, "apply", "-auto-approve", "-no-color");
  }

  private JsonNode json(String schema, String... words) throws IOException {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--format";
    all[words.length + 1] = "json";
    CommandRun run = project.run(all);
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(ReportSchema.violations(schema, json)).isEmpty();
    return json;
  }

  private JsonNode status() throws IOException {
    return json("state-status", "state", "status", "development");
  }

  private static List<String> held(JsonNode status) {
    return status.path("locks").findValuesAsText("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3", "both"})
  void tellsWhoHoldsALockAndReleasesThatOfADeadRun(String mode) throws Exception {
    begin(mode);
    assertThat(held(status())).isEmpty();

    String id = leaveALock(mode);
    String path = BUCKET + "/" + KEY;
    CommandRun told = project.run("state", "status", "development");
    assertThat(told.out())
        .startsWith("development: s3://" + path + " in af-south-1\n  state     serial 1, lineage ")
        .contains("held by " + System.getProperty("user.name") + "@")
        .contains("OperationTypeApply", "id " + id);
    assertThat(project.run("state", "restore", "development", "x").err())
        .contains("error[state-locked]: the state is locked in")
        .contains("id '" + id + "'");
    assertThat(project.run("state", "unlock", "development", "someone-else").err())
        .contains("error[lock-of-another]");
    assertThat(held(status())).isNotEmpty().containsOnly(id);

    JsonNode released = json("state-unlock", "state", "unlock", "development", id);

    assertThat(released.path("released")).hasSize(mode.equals("both") ? 2 : 1);
    assertThat(held(status())).isEmpty();
    assertThat(project.run("state", "unlock", "development", id).out())
        .isEqualTo("development: no lock is held, nothing to release\n");
    terraform.write(mode, "third", 0);
    terraform.run(0, "apply", "-auto-approve", "-no-color");
  }

  /** Kills an apply; its lock stays. */
  private String leaveALock(String mode) throws Exception {
    terraform.write(mode, "second", 60);
    Process process = terraform.start("apply", "-auto-approve", "-no-color");
    List<String> ids = List.of();
    while (ids.size() < (mode.equals("both") ? 2 : 1)) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("root/said"))).isTrue();
      Thread.sleep(200);
      ids = held(status());
    }
    while (!Files.readString(folder.resolve("root/said")).contains("Provisioning with")) {
      Thread.sleep(100);
    }
    BackendTerraform.kill(process);
    return ids.get(0);
  }

  @Test
  void releasesWhatIsLeftOfALockWhoseOtherHalfIsMissing() throws Exception {
    for (boolean file : new boolean[] {true, false}) {
      if (file) {
        begin("both");
      }
      String id = leaveALock("both");
      try (Aws aws = project.aws()) {
        if (file) {
          aws.s3().deleteObject(b -> b.bucket(BUCKET).key(KEY + ".tflock"));
        } else {
          var key = Map.of("LockID", AttributeValue.fromS(BUCKET + "/" + KEY));
          aws.dynamoDb().deleteItem(b -> b.tableName(TABLE).key(key));
        }
      }
      assertThat(status().path("halfLocked").asBoolean()).isTrue();
      assertThat(project.run("state", "status", "development").out())
          .contains("one half of the lock is missing");

      assertThat(project.run("state", "unlock", "development", id).exitCode()).isZero();

      assertThat(held(status())).isEmpty();
      terraform.write("both", "fourth" + file, 0);
      terraform.run(0, "apply", "-auto-approve", "-no-color");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3", "both"})
  void restoresAnOlderVersionAsANewOne(String mode) throws Exception {
    begin(mode);
    terraform.write(mode, "second", 0);
    terraform.run(0, "apply", "-auto-approve", "-no-color");
    JsonNode before = json("state-history", "state", "history", "development").path("versions");
    JsonNode oldest = before.get(before.size() - 1);
    assertThat(oldest.path("serial").asInt()).isEqualTo(1);
    int serial = before.get(0).path("serial").asInt();
    assertThat(serial).isGreaterThan(1);

    JsonNode written =
        json("state-written", "state", "restore", "development", oldest.path("version").asText());

    assertThat(written.path("serial").asInt()).isEqualTo(serial + 1);
    JsonNode after = json("state-history", "state", "history", "development").path("versions");
    assertThat(after).as("nothing is removed").hasSize(before.size() + 1);
    assertThat(after.get(0).path("current").asBoolean()).isTrue();
    assertThat(status().path("digest").asText()).isEqualTo(mode.equals("s3") ? "none" : "agrees");
    assertThat(terraform.run(0, "state", "pull"))
        .contains("\"serial\": " + (serial + 1))
        .contains("\"first\"")
        .doesNotContain("second");
    assertThat(held(status())).as("its own lock").isEmpty();
    assertThat(project.run("state", "restore", "development", "no-such-version").err())
        .contains("error[state-version-unknown]");
  }

  @Test
  void pushesOnlyALaterStateOfTheSameLineage() throws Exception {
    begin("both");
    String state = terraform.run(0, "state", "pull");
    String lineage = status().at("/current/lineage").asText();

    assertThat(push(state).out()).contains("this is the state already, serial 1");
    assertThat(push(state.replace("\"first\"", "\"other\"")).err())
        .contains("error[state-serial]: 'errored.tfstate' has serial 1");
    assertThat(push(serial(state, 7).replace(lineage, "another")).err())
        .contains("error[state-lineage]: 'errored.tfstate' is of lineage 'another'");
    assertThat(push("{}").err()).contains("error[state-unreadable]");
    assertThat(status().path("versions").asInt()).isEqualTo(1);

    CommandRun done = push(serial(state, 7));
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(status().at("/current/serial").asInt()).isEqualTo(7);
    assertThat(terraform.run(0, "state", "pull")).contains("\"serial\": 7");
  }

  @Test
  void mendsAPushThatWasCutOffBeforeTheDigest() throws Exception {
    begin("both");
    String state = serial(terraform.run(0, "state", "pull"), 9);
    // the writes before it: two locks, record and head of the trail, both signed, and the state
    EMULATOR.failAfter(7, "refuse");
    assertThat(push(state).exitCode()).isEqualTo(1);
    EMULATOR.noFaults();
    JsonNode broken = status();
    assertThat(broken.path("digest").asText()).isEqualTo("differs");
    terraform.run(1, "state", "pull");
    String id = held(broken).get(0);
    assertThat(project.run("state", "unlock", "development", id).exitCode()).isZero();

    assertThat(push(state).exitCode()).isZero();

    assertThat(status().path("digest").asText()).isEqualTo("agrees");
    assertThat(terraform.run(0, "state", "pull")).contains("\"serial\": 9");
  }

  private static String serial(String state, int serial) {
    return state.replaceFirst("\"serial\": 1,", "\"serial\": " + serial + ",");
  }

  private CommandRun push(String state) throws IOException {
    Files.writeString(folder.resolve("errored.tfstate"), state);
    return project.run("state", "push", "development", "errored.tfstate");
  }

  @Test
  void tellsThatThereIsNothingYet() throws Exception {
    assertThat(project.run("state", "bootstrap", "development").exitCode()).isZero();
    assertThat(status().has("current")).isFalse();
    assertThat(project.run("state", "history", "development").out())
        .isEqualTo("development: there is no state yet\n");
    assertThat(project.run("state", "push", "development", "nowhere").exitCode()).isEqualTo(64);
  }
}
