package com.cashtrace.infra.command;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** {@code approve} of plans of production by people with and without the right to. */
@Timeout(300)
class ApproveIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  /** One project for all tests: terraform initialises it once. */
  @TempDir static Path folder;

  private static OnlineProject project;

  private final ObjectMapper mapper = new ObjectMapper();

  @BeforeAll
  static void makeAProject() throws Exception {
    BackendTerraform.require();
    project = OnlineProject.in(EMULATOR, folder).withoutProvider();
  }

  @BeforeEach
  void bootstrap() {
    project.bootstrap(OnlineProject.LIVE);
  }

  /** Plans in somebody's name, and returns the plan's. */
  private static String plan(String role, String... more) {
    String[] words = {"plan", "live", "--format", "json"};
    CommandRun run = project.as(role, "ada").run(concat(words, more));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().replaceAll("(?s).*\"plan\" ?: ?\\{[^}]*\"id\" ?: ?\"([0-9a-f]{64})\".*", "$1");
  }

  private static String[] concat(String[] first, String[] second) {
    return Stream.of(first, second).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static CommandRun approve(String role, String session, String plan, String... more) {
    String[] words = {"approve", plan, "--reason", "reviewed with the team"};
    return project.as(role, session).run(concat(words, more));
  }

  /** What was recorded beside the making of the bucket, the newest first. */
  private List<String> kinds() throws IOException {
    CommandRun run =
        project.as("infra-plan", "ada").run("audit", "show", "live", "--format", "json");
    return mapper.readTree(run.out()).get("records").findValuesAsText("kind").stream()
        .filter(kind -> !kind.equals("bootstrap"))
        .toList();
  }

  @Test
  void isGivenBySomebodyElseWhoMay() throws IOException {
    String id = plan("infra-plan");

    CommandRun run =
        approve("infra-approve", "bob", "live/" + id.substring(0, 12), "--format", "json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode approval = mapper.readTree(run.out());
    assertThat(ReportSchema.violations("approval", approval)).isEmpty();
    assertThat(approval.get("plan").asText()).isEqualTo(id);
    assertThat(approval.get("planner").asText()).isEqualTo("infra-plan");
    assertThat(approval.get("approver").asText()).isEqualTo("infra-approve");
    assertThat(kinds()).containsExactly("approval", "plan");
    assertThat(project.as("infra-plan", "ada").run("audit", "show", "live", "--limit", "1").out())
        .contains("plan " + id.substring(0, 12) + " of infra-plan: reviewed with the team");
  }

  @Test
  void isRefusedToThePlannerToOtherRolesAndToOtherSessionsOfThePlannersRole() throws IOException {
    String id = "live/" + plan("infra-approve");

    CommandRun own = approve("infra-approve", "ada", id);
    assertThat(own.exitCode()).isEqualTo(3);
    assertThat(own.err()).contains("error[approval-by-planner]");
    CommandRun session = approve("infra-approve", "somebody-else", id);
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.err())
        .contains("error[approval-by-planner]: 'infra-approve' made this plan");
    CommandRun role = approve("infra-apply", "bob", id);
    assertThat(role.exitCode()).isEqualTo(3);
    assertThat(role.err())
        .contains("error[approval-role]: 'infra-apply' may not approve plans of 'live'")
        .doesNotContain("approval-by-planner");
    assertThat(kinds()).containsExactly("plan");
  }

  @Test
  void isRefusedForAChangedPlan() throws IOException {
    String id = plan("infra-plan");
    for (String name : List.of("tfplan", "plan.json", "bundle.json")) {
      byte[] before = tamper(id, name);

      CommandRun run = approve("infra-approve", "bob", "live/" + id);

      assertThat(run.exitCode()).as(name).isEqualTo(3);
      assertThat(run.err()).contains("plans/live/" + id + "/" + name + ": error[bundle-changed]");
      put(id, name, before);
    }
    assertThat(kinds()).containsExactly("plan");
    assertThat(approve("infra-approve", "bob", "live/" + id).exitCode()).isZero();
  }

  /** Changes one digit or letter, so that the file stays what it is. */
  private static byte[] tamper(String id, String name) {
    try (Aws aws = project.aws()) {
      byte[] bytes =
          aws.s3()
              .getObjectAsBytes(b -> b.bucket(OnlineProject.BUCKET).key(key(id, name)))
              .asByteArray();
      byte[] changed = bytes.clone();
      changed[changed.length / 2] ^= 1;
      put(id, name, changed);
      return bytes;
    }
  }

  private static void put(String id, String name, byte[] bytes) {
    try (Aws aws = project.aws()) {
      aws.s3()
          .putObject(
              b -> b.bucket(OnlineProject.BUCKET).key(key(id, name)), RequestBody.fromBytes(bytes));
    }
  }

  private static String key(String id, String name) {
    return "plans/live/" + id + "/" + name;
  }

  @Test
  void takesAFolderAndFindsWhatWasChangedThere() throws IOException {
    plan("infra-plan", "--out", "kept");
    Path bundle = folder.resolve("kept/bundle.json");
    String text = Files.readString(bundle);

    Files.writeString(bundle, text.replace("\"passed\" : true", "\"passed\" : false"));
    Files.writeString(bundle, Files.readString(bundle).replace("infra-plan", "infra-plam"));
    CommandRun changed = approve("infra-approve", "bob", "kept");
    assertThat(changed.exitCode()).isEqualTo(3);
    assertThat(changed.err()).contains("kept/bundle.json: error[bundle-changed]");

    Files.writeString(bundle, text);
    assertThat(approve("infra-approve", "bob", "kept").exitCode()).isZero();
    assertThat(kinds()).containsExactly("approval", "plan");
  }

  @Test
  void asksForANameOfAPlanAndAReason() {
    assertThat(approve("infra-approve", "bob", "live/123").exitCode()).isEqualTo(64);
    CommandRun nobody = approve("infra-approve", "bob", "nobody/0123456789ab");
    assertThat(nobody.exitCode()).isEqualTo(64);
    assertThat(nobody.err()).contains("error[unknown-environment]");
    CommandRun missing = approve("infra-approve", "bob", "live/0123456789ab");
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.err()).contains("error[bundle-missing]");
    CommandRun reason =
        project.as("infra-approve", "bob").run("approve", "live/0123456789ab", "--reason", " ");
    assertThat(reason.exitCode()).isEqualTo(64);
    assertThat(project.as("infra-approve", "bob").run("approve", "live/0123456789ab").exitCode())
        .isEqualTo(64);
  }
}
