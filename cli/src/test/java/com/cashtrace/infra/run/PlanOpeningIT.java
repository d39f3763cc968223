package com.cashtrace.infra.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.command.CommandRun;
import com.cashtrace.infra.command.OnlineProject;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.Event;
import com.cashtrace.infra.terraform.Shown;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** What apply must refuse, with a plan of the real terraform in a bucket of the emulator. */
@Timeout(300)
class PlanOpeningIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir static Path folder;

  private static OnlineProject project;

  @BeforeAll
  static void makeAProject() throws IOException {
    project = OnlineProject.in(EMULATOR, folder);
  }

  @Test
  void opensAnApprovedPlanOnceAndRefusesItAfterEachChange() throws Exception {
    project.bootstrap(OnlineProject.LIVE);
    String name = plan();
    assertThat(refusals(name)).containsExactly("DEPLOY_APPROVAL_REQUIRED");
    CommandRun approval =
        project.as("infra-approve", "bob").run("approve", name, "--reason", "reviewed");
    assertThat(approval.exitCode()).as(approval.err()).isZero();

    assertThat(refusals(name)).isEmpty();
    assertThat(refusals(name, Clock.offset(CommandRun.CLOCK, Duration.ofHours(25))))
        .containsExactly("plan-too-old");
    assertThat(afterASpecChange(name)).containsExactly("plan-spec-changed");
    assertThat(afterAModuleChange(name)).containsExactly("plan-root-changed");
    assertThat(afterAPolicyChange(name)).containsExactly("plan-verdict-changed");
    assertThat(afterATamperedByte(name)).containsExactly("bundle-changed");
    assertThat(refusals(name)).as("all put back").isEmpty();
    assertThat(afterAStateChange(name)).containsExactly("plan-state-changed");
  }

  private static String plan() {
    CommandRun run = project.as("infra-plan", "ada").run("plan", "live");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return run.out().replaceAll("(?s).*\nKept: (\\S+) at .*", "$1");
  }

  private static List<String> afterASpecChange(String name) throws IOException {
    project.edit("live", "cost-centre: cc-1", "cost-centre: cc-2");
    List<String> refusals = refusals(name);
    project.edit("live", "cost-centre: cc-2", "cost-centre: cc-1");
    project.edit("live", "\ntags: ", "\n# a comment changes no spec\ntags: ");
    return refusals;
  }

  private static List<String> afterAModuleChange(String name) throws IOException {
    project.resources("good morning");
    List<String> refusals = refusals(name);
    project.resources("hello");
    return refusals;
  }

  private static List<String> afterAPolicyChange(String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve("residency")).resolve("african-regions.yaml");
    String rules = Resources.packaged().read("schemas/residency/african-regions.yaml");
    Files.writeString(own, rules.replace("countries: [NG, ZA]", "countries: [NG]"));
    List<String> refusals = refusals(name);
    Files.delete(own);
    return refusals;
  }

  private static List<String> afterATamperedByte(String name) {
    try (Aws aws = project.aws()) {
      String key =
          aws
              .s3()
              .listObjectsV2(b -> b.bucket(OnlineProject.BUCKET).prefix("plans/" + name))
              .contents()
              .stream()
              .map(object -> object.key())
              .filter(found -> found.endsWith("/tfplan"))
              .findFirst()
              .orElseThrow();
      byte[] bytes =
          aws.s3().getObjectAsBytes(b -> b.bucket(OnlineProject.BUCKET).key(key)).asByteArray();
      byte[] changed = bytes.clone();
      changed[changed.length - 1] ^= 1;
      put(aws, key, changed);
      List<String> refusals = refusals(name);
      put(aws, key, bytes);
      return refusals;
    }
  }

  private static void put(Aws aws, String key, byte[] bytes) {
    aws.s3().putObject(b -> b.bucket(OnlineProject.BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  private static List<String> afterAStateChange(String name) {
    String state =
        "{\"version\":4,\"terraform_version\":\"1.11.4\",\"serial\":1,\"lineage\":\"6f3c\","
            + "\"outputs\":{},\"resources\":[]}";
    try (Aws aws = project.aws()) {
      put(aws, "live/terraform.tfstate", state.getBytes(UTF_8));
    }
    return refusals(name);
  }

  private static List<String> refusals(String name) {
    return refusals(name, CommandRun.CLOCK);
  }

  /** What refuses the plan as things are now. */
  private static List<String> refusals(String name, InstantSource clock) {
    SpecFolder specs = new SpecFolder(folder);
    Resources resources =
        new Resources(
            Map.of(
                "templates", folder.resolve("templates"),
                "terraform-modules", folder.resolve("modules")));
    Judging judging = Judging.of(specs, resources, LocalDate.of(2026, 11, 22), List.of());
    Rendering rendering = Rendering.of(specs, resources, "unpackaged", judging);
    Environment live = rendering.check(List.of("live")).environments().get(0);
    Map<String, String> variables = project.as("infra-apply", "ci").besideOthers();
    TerraformOptions options = new TerraformOptions(null, null, variables, folder);
    Terraform terraform =
        Terraform.online(options, CliConfig.of(options), new ProcessRunner(new Interrupts()));
    OnlineRoots roots =
        new OnlineRoots(terraform, rendering::tree, folder, new Silence(), variables);
    Workplace workplace = new Workplace(variables, "unpackaged", clock);
    PlanJudging plans = new PlanJudging(judging, resources);
    OnlineRoots.Attempt<List<String>> attempt =
        OnlineAccount.with(
            live,
            workplace,
            asked ->
                roots.with(
                    live,
                    asked.caller(),
                    root -> {
                      Planning planning = new Planning(terraform, new Silence(), plans);
                      PlanOpening opening =
                          new PlanOpening(planning, asked.account()::await, workplace);
                      return codes(opening, root, PlanName.of(name, folder));
                    }));
    assertThat(attempt.problems()).isEmpty();
    return attempt.value();
  }

  private static List<String> codes(PlanOpening opening, OnlineRoot root, PlanName name) {
    try (PlanFiles files = new PlanFiles(root.folder())) {
      OpenedPlan opened = opening.open(root, files, name, PlanBundle.Mode.CHANGE);
      if (opened.problems().isEmpty()) {
        assertThat(opened.approvals()).hasSize(1);
        assertThat(opened.report().summary().total().create()).isEqualTo(2);
        assertThat(files.plan()).isRegularFile();
      }
      List<String> codes = new ArrayList<>();
      opened.problems().stream().map(Problem::code).forEach(codes::add);
      return codes;
    }
  }

  /** Nobody looks. */
  private record Silence() implements PlanWatcher {

    @Override
    public Shown begin(String name) {
      return new Shown() {
        @Override
        public void accept(Event event) {
          // nobody looks
        }

        @Override
        public void close() {
          // nothing was opened
        }
      };
    }

    @Override
    public void secret(String text) {
      // nothing is printed
    }
  }
}
