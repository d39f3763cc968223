package com.cashtrace.infra.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drives a shell script that behaves as terraform does, or as it should not. */
@Timeout(60)
class TerraformIT {

  private static final MirrorChoice MIRROR =
      new MirrorChoice(Path.of("/mirror"), "from there", List.of());
  private static final MirrorChoice REGISTRY =
      new MirrorChoice(null, "from far away", List.of(Path.of("/a"), Path.of("/b")));

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();
  private Path root;

  @BeforeEach
  void root() throws IOException {
    root = Files.createDirectories(folder.resolve("the root"));
    Files.writeString(root.resolve("main.tf"), "terraform {\n}\n");
  }

  @Test
  void initRunsInTheRootAndOnceOnly() throws IOException {
    Files.writeString(root.resolve(LockFile.NAME), "");
    FakeTerraform fake = fake("echo '{\"@message\":\"Initializing...\"}'");
    Terraform terraform = terraform(fake, MIRROR);

    InitResult first = terraform.init(root, events::add);
    InitResult second = terraform.init(root, events::add);

    assertThat(first).isEqualTo(new InitResult(true, false, MIRROR, List.of()));
    assertThat(second).isEqualTo(new InitResult(true, true, MIRROR, List.of()));
    assertThat(events).containsExactly(new Event.Message("Initializing..."));
    assertThat(fake.calls())
        .containsExactly(
            root.toRealPath()
                + ": init -json -no-color -input=false -reconfigure -lockfile=readonly"
                + " -plugin-dir=/mirror");
  }

  @Test
  void initWithoutLockFileOrMirrorSaysNothingOfThem() throws IOException {
    FakeTerraform fake = fake("exit 0");

    terraform(fake, REGISTRY).init(root, events::add);

    assertThat(fake.calls().get(0)).endsWith(": init -json -no-color -input=false -reconfigure");
  }

  @Test
  void anInitThatFailedIsNotTakenForDone() throws IOException {
    Terraform terraform = terraform(fake("mkdir -p .terraform; exit 1"), MIRROR);

    InitResult result = terraform.init(root, events::add);

    assertThat(result.succeeded()).isFalse();
    assertThat(result.problems())
        .extracting(Problem::message)
        .containsExactly("terraform: 'terraform init' failed with exit status 1: it said nothing");
    assertThat(terraform.init(root, events::add).skipped()).isFalse();
  }

  @Test
  void anInitThatBreaksOffVoidsTheOneBefore() throws IOException {
    Terraform terraform = terraform(fake("[ ! -e broken ]"), MIRROR);
    terraform.init(root, events::add);
    Files.createFile(root.resolve("broken"));
    Path lock = Files.createFile(root.resolve(LockFile.NAME));

    assertThat(terraform.init(root, events::add).succeeded()).isFalse();
    Files.delete(lock);
    assertThat(terraform.init(root, events::add).skipped()).isFalse();
  }

  @Test
  void aMirrorWithAnotherBuildIsExplained() throws IOException {
    InitResult result =
        terraform(
                failing("Failed to install provider", "it doesn't match\\nany of the checksums"),
                MIRROR)
            .init(root, events::add);

    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).code()).isEqualTo("terraform-error");
    assertThat(result.problems().get(0).hint())
        .contains("the mirror '/mirror' holds another build")
        .contains("--provider-mirror");
  }

  @Test
  void noProviderAnywhereIsExplained() throws IOException {
    InitResult result =
        terraform(failing("Failed to query available provider packages", "no host"), REGISTRY)
            .init(root, events::add);

    assertThat(result.problems().get(0).hint())
        .startsWith("without network a mirror is needed")
        .endsWith("put it where it is looked for: /a, /b");
  }

  @Test
  void planTellsWhatHappensAndRecordsTheArgumentsOfTheUser() throws IOException {
    FakeTerraform fake =
        fake(
            """
            echo '{"type":"planned_change","change":{"resource":{"addr":"a.b"},"action":"create"}}'
            echo '{"type":"change_summary","changes":{"add":1}}'
            """);
    Path file = folder.resolve("a plan");

    PlanRun run =
        terraform(fake, MIRROR, Map.of("TF_CLI_ARGS_plan", "-parallelism=2"))
            .plan(root, PlanMode.CHANGE, file, events::add);

    assertThat(run.succeeded()).isTrue();
    assertThat(run.arguments()).isEqualTo(Map.of("TF_CLI_ARGS_plan", "-parallelism=2"));
    assertThat(events)
        .containsExactly(new Event.Planned("a.b", "create"), new Event.Summary(1, 0, 0, 0));
    assertThat(fake.calls().get(0))
        .endsWith(": plan -json -no-color -input=false -out=" + file + " -refresh=false");
    assertThat(fake.environment())
        .contains("TF_CLI_ARGS_plan=-parallelism=2", "TF_IN_AUTOMATION=1", "TF_INPUT=0");
  }

  @ParameterizedTest
  @CsvSource({"CHANGE, ''", "DESTROY, ' -destroy'", "REFRESH_ONLY, ' -refresh-only'"})
  void aPlanWithAnAccountRefreshesAndSaysWhatItIsFor(PlanMode mode, String option)
      throws IOException {
    FakeTerraform fake = fake("exit 0");
    Path file = folder.resolve("plan");

    online(fake, Map.of()).plan(root, mode, file, events::add);

    assertThat(fake.calls().get(0))
        .endsWith(": plan -json -no-color -input=false -out=" + file + option);
  }

  @Test
  void initWithAnEndpointAddressesBucketsByPath() throws IOException {
    FakeTerraform fake = fake("exit 0");

    online(fake, Map.of("AWS_ENDPOINT_URL", "http://s3.example:9000")).init(root, events::add);

    assertThat(fake.calls().get(0)).contains(" -backend-config=use_path_style=true");
  }

  @Test
  void applyCarriesOutTheSavedPlanAndRecordsTheArgumentsOfTheUser() throws IOException {
    FakeTerraform fake =
        fake(
            """
            echo '{"type":"apply_complete","hook":{"resource":{"addr":"a.b"},"action":"create"}}'
            """);
    Path file = folder.resolve("a plan");

    ApplyRun run =
        online(fake, Map.of("TF_CLI_ARGS_apply", "-parallelism=2", "TF_CLI_ARGS_plan", "-x"))
            .apply(root, file, events::add);

    assertThat(run.succeeded()).isTrue();
    assertThat(run.arguments()).isEqualTo(Map.of("TF_CLI_ARGS_apply", "-parallelism=2"));
    assertThat(events).containsExactly(new Event.Finished("a.b", "create", false));
    assertThat(fake.calls().get(0)).endsWith(": apply -json -no-color -input=false " + file);
  }

  @Test
  void anApplyThatFailedTellsWhy() throws IOException {
    ApplyRun run =
        online(failing("Error acquiring the state lock", "held"), Map.of())
            .apply(root, folder.resolve("plan"), events::add);

    assertThat(run.succeeded()).isFalse();
    assertThat(run.diagnostics())
        .containsExactly(
            new Diagnostic(Severity.ERROR, "Error acquiring the state lock", "held", null, null));
  }

  @Test
  void stateAndOutputsAreHandedOn() throws IOException {
    FakeTerraform fake = fake("echo \"$1\"");
    Terraform terraform = online(fake, Map.of("TF_CLI_ARGS", "-x"));
    var said = new ArrayList<String>();

    terraform.showState(root, in -> said.add(new String(in.readAllBytes(), UTF_8)));
    terraform.outputs(root, in -> said.add(new String(in.readAllBytes(), UTF_8)));

    assertThat(said).containsExactly("show\n", "output\n");
    assertThat(fake.calls().get(0)).endsWith(": show -json -no-color");
    assertThat(fake.calls().get(1)).endsWith(": output -json -no-color");
    assertThat(fake.environment()).noneMatch(variable -> variable.startsWith("TF_CLI_ARGS"));
  }

  @Test
  void anotherExitStatusForChangesIsNoFailure() throws IOException {
    Path file = Files.createFile(folder.resolve("plan"));

    assertThat(
            terraform(fake("exit 2"), MIRROR)
                .plan(root, PlanMode.CHANGE, file, events::add)
                .succeeded())
        .isTrue();
    Files.delete(file);
    assertThat(
            terraform(fake("exit 2"), MIRROR)
                .plan(root, PlanMode.CHANGE, file, events::add)
                .succeeded())
        .isFalse();
  }

  @Test
  void aPlanThatFailedTellsWhyAndNextTimeInitIsRun() throws IOException {
    String error =
        "{\"type\":\"diagnostic\",\"diagnostic\":{\"severity\":\"error\",\"summary\":\"No\"}}";
    FakeTerraform fake = fake("if [ $1 = plan ]; then echo '" + error + "'; exit 1; fi");
    Terraform terraform = terraform(fake, MIRROR);
    terraform.init(root, events::add);

    PlanRun run = terraform.plan(root, PlanMode.CHANGE, folder.resolve("plan"), events::add);

    assertThat(run.succeeded()).isFalse();
    assertThat(run.diagnostics())
        .containsExactly(new Diagnostic(Severity.ERROR, "No", "", null, null));
    assertThat(terraform.init(root, events::add).skipped()).isFalse();
  }

  @Test
  void aCrashIsToldWithTheLastWords() throws IOException {
    PlanRun run =
        terraform(fake("echo garbage; echo panic: oh >&2; kill -ABRT $$"), MIRROR)
            .plan(root, PlanMode.CHANGE, folder.resolve("plan"), events::add);

    assertThat(run.diagnostics()).hasSize(1);
    assertThat(run.diagnostics().get(0).problem().message())
        .startsWith("terraform: 'terraform plan' was ended by signal 6: it said last: ")
        .contains("garbage")
        .contains("panic: oh");
  }

  @Test
  void showHandsOnTheDocumentAsItComes() throws IOException {
    FakeTerraform fake = fake("echo '{\"format_version\":\"1.2\"}'");
    var document = new AtomicReference<String>();

    terraform(fake, MIRROR, Map.of("TF_CLI_ARGS", "-x"))
        .show(
            root,
            folder.resolve("p"),
            in -> {
              document.set(new String(in.readAllBytes(), UTF_8));
              in.close();
            });

    assertThat(document).hasValue("{\"format_version\":\"1.2\"}\n");
    assertThat(fake.calls().get(0)).endsWith(": show -json -no-color " + folder.resolve("p"));
    assertThat(fake.environment()).noneMatch(variable -> variable.startsWith("TF_CLI_ARGS"));
  }

  @Test
  void showThatFailsSaysWhatTerraformSaid() throws IOException {
    Terraform terraform = terraform(fake("echo '{'; echo not a plan >&2; exit 1"), MIRROR);

    assertThatThrownBy(() -> terraform.show(root, folder.resolve("p"), in -> in.readAllBytes()))
        .isInstanceOf(FailureException.class)
        .hasMessage("'terraform show' failed with exit status 1: not a plan");
  }

  @Test
  void whatTheReaderOfShowThrowsIsThrown() throws IOException {
    Terraform terraform = terraform(fake("echo '{'"), MIRROR);

    assertThatThrownBy(
            () ->
                terraform.show(
                    root,
                    folder.resolve("p"),
                    in -> {
                      throw new IOException("half a document");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("half a document");
  }

  @Test
  void aWorkspaceIsRefusedBeforeAnythingIsRun() throws IOException {
    FakeTerraform fake = fake("");
    TerraformOptions options = fake.onPath(Map.of("TF_WORKSPACE", "blue"));

    assertThatThrownBy(
            () -> Terraform.offline(options, CliConfig.of(options), FakeTerraform.runner()))
        .isInstanceOf(FailureException.class);
    assertThat(fake.folder().resolve("calls")).doesNotExist();
  }

  private FakeTerraform fake(String script) throws IOException {
    return FakeTerraform.of(folder.resolve("bin"), script);
  }

  private FakeTerraform failing(String summary, String detail) throws IOException {
    String error =
        "{\"type\":\"diagnostic\",\"diagnostic\":{\"severity\":\"error\",\"summary\":\"%s\",\"detail\":\"%s\"}}"
            .formatted(summary, detail);
    return fake("cat <<'END'\n" + error + "\nEND\nexit 1");
  }

  private Terraform terraform(FakeTerraform fake, MirrorChoice mirror) {
    return terraform(fake, mirror, Map.of());
  }

  private Terraform terraform(FakeTerraform fake, MirrorChoice mirror, Map<String, String> more) {
    return terraform(fake, mirror, TerraformEnvironment.offline(fake.onPath(more).environment()));
  }

  private static Terraform online(FakeTerraform fake, Map<String, String> more) {
    return terraform(fake, MIRROR, TerraformEnvironment.online(fake.onPath(more).environment()));
  }

  private static Terraform terraform(
      FakeTerraform fake, MirrorChoice mirror, TerraformEnvironment environment) {
    var program = new TerraformProgram(fake.program(), new Version(1, 11, 4, ""), "linux_amd64");
    var installation = new Installation(program.platform(), false);
    return new Terraform(
        program, environment, providers -> mirror, installation, FakeTerraform.runner());
  }
}
