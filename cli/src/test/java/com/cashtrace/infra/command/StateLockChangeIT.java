package com.cashtrace.infra.command;

import static com.cashtrace.infra.command.StateProject.BUCKET;
import static com.cashtrace.infra.command.StateProject.KEY;
import static com.cashtrace.infra.command.StateProject.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Another word for {@code state.locks}, with a state that real terraform writes and locks. */
@Timeout(300)
class StateLockChangeIT {

  private static final String LOCK =
      """
      {"ID": "0f0e0d0c-1111-4222-8333-444455556666", "Operation": "OperationTypeApply", "Info": "",
       "Who": "bob@laptop", "Version": "1.11.4", "Created": "2026-11-22T06:00:00Z", "Path": "%s"}
      """
          .formatted(BUCKET + "/" + KEY);

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

  private void change(String mode) throws Exception {
    changeSpec(mode);
    terraform.run(0, "init", "-no-color", "-reconfigure");
  }

  /** Writes another mode into the spec and the root, as render would. */
  private void changeSpec(String mode) throws Exception {
    Path spec = folder.resolve("environments/development.yaml");
    String text = Files.readString(spec).replaceAll("\n  locks: \\w+", "");
    Files.writeString(spec, text.replace("  key: " + KEY, "  key: " + KEY + "\n  locks: " + mode));
    CommandRun run = project.run("state", "bootstrap", "development");
    assertThat(run.exitCode()).as(run.err()).isZero();
    terraform.write(mode, mode, 0);
  }

  private void apply() throws Exception {
    terraform.run(0, "apply", "-auto-approve", "-no-color");
  }

  private String status() {
    return project.run("state", "status", "development").out();
  }

  private String current() throws IOException {
    CommandRun run = project.run("state", "history", "development", "--format", "json");
    return new ObjectMapper().readTree(run.out()).at("/versions/0/version").asText();
  }

  @Test
  void goesFromTheTableToTheFileAndBackByWayOfBoth() throws Exception {
    for (String mode : List.of("dynamodb", "both", "s3")) {
      change(mode);
      apply();
      assertThat(status()).as(mode).doesNotContain("held by", "note ");
    }

    changeSpec("both");
    assertThat(terraform.run(1, "init", "-no-color", "-reconfigure"))
        .contains("does not have the expected content");
    assertThat(status()).contains("the table notes another content");
    CommandRun mend = project.run("state", "restore", "development", current());
    assertThat(mend.out()).as(mend.err()).contains("this is the state already");
    assertThat(status()).doesNotContain("note ");
    terraform.run(0, "init", "-no-color", "-reconfigure");
    apply();
    change("dynamodb");
    apply();
    assertThat(project.run("audit", "verify", "development").exitCode()).isZero();
  }

  @Test
  void keepsOutARunOfTheOldSpecAsWellAsOneOfTheNew() throws Exception {
    change("both");
    apply();
    try (Aws aws = project.aws()) {
      lockTable(aws);
      isRefusedBy("both");
      isRefusedBy("dynamodb");
      aws.dynamoDb().deleteItem(b -> b.tableName(TABLE).key(key()));
      aws.s3().putObject(b -> b.bucket(BUCKET).key(KEY + ".tflock"), RequestBody.fromString(LOCK));
      isRefusedBy("both");
      isRefusedBy("s3");
    }
  }

  private void isRefusedBy(String mode) throws Exception {
    change(mode);
    assertThat(terraform.run(1, "apply", "-auto-approve", "-no-color"))
        .as(mode)
        .contains("Error acquiring the state lock");
    assertThat(project.run("state", "restore", "development", current()).err())
        .as(mode)
        .contains("error[state-locked]");
  }

  /** Neither terraform nor the spec looks there any more, but somebody may still be at work. */
  @Test
  void seesAndReleasesALockOfTheKindThatTheSpecNoLongerUses() throws Exception {
    change("dynamodb");
    apply();
    try (Aws aws = project.aws()) {
      lockTable(aws);
    }
    change("s3");

    assertThat(status())
        .contains("dynamodb: held by bob@laptop")
        .contains("(not used by the spec)");
    assertThat(project.run("state", "restore", "development", current()).err())
        .contains("error[state-locked]: the state is locked in dynamodb by bob@laptop");
    String id = "0f0e0d0c-1111-4222-8333-444455556666";
    assertThat(project.run("state", "unlock", "development", id).exitCode()).isZero();
    assertThat(status()).doesNotContain("held by");
  }

  private static void lockTable(Aws aws) {
    Map<String, AttributeValue> item =
        Map.of("LockID", key().get("LockID"), "Info", AttributeValue.fromS(LOCK));
    aws.dynamoDb().putItem(b -> b.tableName(TABLE).item(item));
  }

  private static Map<String, AttributeValue> key() {
    return Map.of("LockID", AttributeValue.fromS(BUCKET + "/" + KEY));
  }
}
