package com.cashtrace.infra.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** {@code plan} with an account of the emulator, the real terraform and the real provider. */
@Timeout(300)
class OnlinePlanIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  /** One project for all tests: terraform initialises it once. */
  @TempDir static Path folder;

  private static OnlineProject project;

  private final ObjectMapper mapper = new ObjectMapper();

  @BeforeAll
  static void makeAProject() throws Exception {
    BackendTerraform.require();
    project = OnlineProject.in(EMULATOR, folder);
  }

  @BeforeEach
  void bootstrap() {
    project.bootstrap(OnlineProject.SHOP);
  }

  @Test
  void keepsAJudgedPlanEncryptedAndRecordsIt() throws IOException {
    CommandRun run =
        project
            .as("infra-plan", "ada")
            .run("plan", "shop", "--format", "json", "--detailed-exitcode");

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    JsonNode report = mapper.readTree(run.out());
    assertThat(ReportSchema.violations("plan-summary", report)).isEmpty();
    assertThat(report.at("/total/create").asInt()).isEqualTo(2);
    String id = report.at("/plan/id").asText();
    assertThat(report.at("/plan/name").asText()).isEqualTo("shop/" + id.substring(0, 12));
    byte[] plan = kept(id, "tfplan");
    byte[] masked = kept(id, "plan.json");
    JsonNode bundle = mapper.readTree(kept(id, "bundle.json"));
    assertThat(Digests.sha256(plan)).isEqualTo(id).isEqualTo(bundle.get("id").asText());
    assertThat(bundle.at("/digests/planJson").asText()).isEqualTo(Digests.sha256(masked));
    assertThat(bundle.at("/planner/arn").asText()).endsWith(":assumed-role/infra-plan/ada");
    assertThat(bundle.at("/state").toString()).isEqualTo("{\"lineage\":\"\",\"serial\":0}");

    JsonNode record = records().get(0);
    assertThat(record.get("kind").asText()).isEqualTo("plan");
    assertThat(record.at("/details/plan").asText()).isEqualTo(id);
    assertThat(record.at("/details/verdict").asText()).isEqualTo("passed");
    assertThat(record.at("/digests/bundle").asText())
        .isEqualTo(Digests.sha256(kept(id, "bundle.json")));
    assertThat(run.out() + run.err() + new String(masked, UTF_8) + records())
        .doesNotContain(OnlineProject.SECRET);
    assertThat(folder.resolve("build/.online/shop")).isDirectory();
    assertThat(List.of("tfplan", "plan.json", "bundle.json"))
        .noneMatch(name -> Files.exists(folder.resolve("build/.online/shop").resolve(name)));
  }

  private static byte[] kept(String id, String name) {
    try (Aws aws = project.aws()) {
      var object =
          aws.s3()
              .getObjectAsBytes(
                  b -> b.bucket(OnlineProject.BUCKET).key("plans/shop/" + id + "/" + name));
      assertThat(object.response().serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
      return object.asByteArray();
    }
  }

  private JsonNode records() throws IOException {
    CommandRun run =
        project.as("infra-plan", "ada").run("audit", "show", "shop", "--format", "json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return mapper.readTree(run.out()).get("records");
  }

  @Test
  void keepsAPlanInAFolderThatIsClosedToOthersInsteadOfTheBucket() throws IOException {
    CommandRun run = project.as("infra-plan", "ada").run("plan", "shop", "--out", "kept");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\nKept: kept at kept\nRecorded: ");
    assertThat(run.err()).contains("warning[plan-holds-secrets]");
    Path kept = folder.resolve("kept");
    assertThat(mode(kept)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(kept)) {
      assertThat(files)
          .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"))
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("tfplan", "plan.json", "bundle.json", "summary.md");
    }
    assertThat(keys("plans/")).isEmpty();
    assertThat(records().get(0).get("kind").asText()).isEqualTo("plan");
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> keys(String prefix) {
    try (Aws aws = project.aws()) {
      return aws
          .s3()
          .listObjectsV2(b -> b.bucket(OnlineProject.BUCKET).prefix(prefix))
          .contents()
          .stream()
          .map(S3Object::key)
          .toList();
    }
  }

  @Test
  void recordsARefusedPlanAsRefused() throws IOException {
    Path undeclared = folder.resolve("templates/aws/undeclared.tf.j2");
    Files.writeString(
        undeclared,
        """
        resource "aws_ssm_parameter" "undeclared" {
          name = "/undeclared"
          type = "String"
          value = "of no component"
        }
        """);
    CommandRun run = project.as("infra-plan", "ada").run("plan", "shop");
    Files.delete(undeclared);

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(3);
    assertThat(run.out()).contains("error[spec-and-plan-disagree]", "Verdict: refused");
    assertThat(records().get(0).at("/details/verdict").asText()).isEqualTo("refused");
    String name = run.out().replaceAll("(?s).*\nKept: (\\S+) at .*", "$1");
    CommandRun approval =
        project.as("infra-approve", "bob").run("approve", name, "--reason", "never mind");
    assertThat(approval.exitCode()).isEqualTo(3);
    assertThat(approval.err()).contains("error[plan-refused]");
  }

  @Test
  void plansNothingThatItCouldNotRecord() {
    CommandRun live = project.as("infra-plan", "ada").run("plan", "live");

    assertThat(live.exitCode()).isEqualTo(1);
    assertThat(live.err()).contains("error[trail-key-missing]", "state bootstrap live");
    assertThat(live.err()).doesNotContain("terraform plan");
    assertThat(keys("plans/live/")).isEmpty();
  }
}
