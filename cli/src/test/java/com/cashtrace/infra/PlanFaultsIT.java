package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.PackagedProgram.Result;
import com.cashtrace.infra.command.CommandRun;
import com.cashtrace.infra.plan.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code plan --offline} with a shell script in terraform's place that fails in every way that
 * terraform can, or answers with a plan that is kept with the tests; by the packaged program where
 * exit codes, files and signals are those of a process.
 */
@Timeout(300)
class PlanFaultsIT {

  private static final String BUCKET = "module.buckets_documents.aws_s3_bucket.this";
  private static final String LEDGER = "module.databases_ledger.aws_db_instance.this";

  /** Writes the plan where it is told to, and notes each signal; goes on for a while if asked. */
  private static final String PLANS =
      """
      for argument in "$@"; do
        case "$argument" in -out=*) file="${argument#-out=}" ;; esac
      done
      # beside the script: the program hands on no variable that it does not know
      here="${0%/*}"
      notes="$here/notes"
      case "$1" in
        init) exit 0 ;;
        plan)
          trap 'echo signal >> "$notes"' INT TERM
          echo half > "$file"
          echo ready >> "$notes"
          while [ -e "$here/busy" ]; do sleep 0.1; done
          echo whole > "$file"
          echo end >> "$notes" ;;
        show) cat "$here/plan.json" ;;
      esac
      """;

  @TempDir Path folder;
  private Path tools = Path.of("tools");
  private PackagedProgram program = new PackagedProgram(Path.of("."), Map.of());

  @BeforeEach
  void makeAProject() throws IOException {
    tools = Files.createDirectories(folder.resolve("tools"));
    program =
        PackagedProgram.in(folder.resolve("project"))
            .with("PATH", tools + ":/usr/bin:/bin")
            .with("TF_CLI_CONFIG_FILE", "");
    declareNothing(folder.resolve("project/environments/development.yaml"));
  }

  /** The plans of the stand-in are of another root; a spec that declares less agrees with them. */
  private static void declareNothing(Path spec) throws IOException {
    String text = Files.readString(spec);
    String head = text.substring(0, text.indexOf("\nservices:"));
    String kinds =
        "\nservices: null\ndatabases: null\ncaches: null\nbuckets: null\nsecrets: null\n";
    Files.writeString(spec, head + kinds);
  }

  @Test
  void exitsAsTheKindOfPlanAsks() throws Exception {
    terraform(PLANS);
    plans("first");

    assertThat(packaged().exitCode()).isZero();
    assertThat(packaged("--detailed-exitcode").exitCode()).isEqualTo(2);
    plans("later");
    Result refused = packaged("--detailed-exitcode");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.out()).contains("error[destroys-store]").endsWith("refused, 3 errors\n");
    assertThat(packaged("--allow-destroy", BUCKET).exitCode()).isEqualTo(3);
    assertThat(packaged("--allow-destroy", BUCKET, "--allow-destroy", LEDGER).exitCode()).isZero();
    Result unused =
        packaged("--allow-destroy", BUCKET, "--allow-destroy", LEDGER, "--allow-destroy", "a.b");
    assertThat(unused.exitCode()).isEqualTo(3);
    assertThat(unused.out()).contains("error[allow-destroy-unused]");
  }

  @Test
  void exitsThreeWhereThePlanPutsDataAbroad() throws Exception {
    terraform(PLANS);
    String plan = Plans.text("first");
    Files.writeString(tools.resolve("plan.json"), plan.replace("af-south-1", "eu-west-1"));

    CommandRun text = plan("--detailed-exitcode", "--as-of", "2026-11-22");
    CommandRun json = plan("--format", "json", "--as-of", "2026-11-22");

    assertThat(text.exitCode()).as(text.err()).isEqualTo(3);
    assertThat(text.out())
        .contains("error[approved-places-african]")
        .containsPattern("\nResidency: african-regions as of 2026-11-22: \\d+ violation")
        .contains("\nVerdict: refused, ");
    assertThat(json.exitCode()).isEqualTo(3);
    assertThat(json.out()).containsPattern("\"violation\": [1-9]");
    assertThat(plan("--profile", "none", "--as-of", "2026-11-22").out())
        .contains("error[transfer-not-recorded]")
        .doesNotContain("approved-places-african");
  }

  @Test
  void keepsWhatItMadeClosedToOthersAndMasked() throws Exception {
    terraform(PLANS);
    plans("first");
    program = program.with("TF_CLI_ARGS_plan", "-var token=tok-in-argument");

    Result result = packaged("--out", "kept", "--format", "json");

    assertThat(result.exitCode()).isZero();
    Path kept = program.project().resolve("kept");
    assertThat(mode(kept)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(kept)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
    }
    assertThat(kept.resolve("tfplan")).hasContent("whole\n");
    String all =
        result.out()
            + result.err()
            + Files.readString(kept.resolve("plan.json"))
            + Files.readString(kept.resolve("summary.md"));
    assertThat(all)
        .contains("(sensitive)", "<!-- cashtrace-infra plan development -->")
        .doesNotContain("tok-7f3a9c", "pay-me-now", "correct-horse-battery", "tok-in-argument");
  }

  @Test
  void saysHowToGetATerraformThatIsMissingOrTooOld() throws Exception {
    assertFailure("error[terraform-missing]", ">= 1.11.0, < 2.0");
    terraform("", "1.10.5");
    assertFailure("error[terraform-version]", "1.10.5");
    terraform("", "2.0.0");
    assertFailure("error[terraform-version]", ">= 1.11.0, < 2.0");
  }

  @Test
  void tellsTheLastWordsOfATerraformThatTalksNonsenseOrCrashes() throws Exception {
    script("echo hello");
    assertFailure("error[terraform-broken]", "version");
    terraform("echo 'panic: no' >&2; exit 11");
    assertFailure("error[terraform-error]", "panic: no");
    terraform("if [ $1 = plan ]; then echo garbage; exit 1; fi");
    assertFailure("error[terraform-error]", "garbage");
    terraform("if [ $1 = show ]; then echo '{\"format_version\": \"1.2\", '; exit; fi\n" + PLANS);
    assertFailure("error[plan-unreadable]", "not JSON");
    terraform("if [ $1 = show ]; then echo 'no schema' >&2; exit 1; fi\n" + PLANS);
    assertFailure("error[terraform-error]", "no schema");
  }

  @Test
  void explainsThatThereIsNoProviderAnywhere() throws Exception {
    terraform(
        "echo '{\"type\":\"diagnostic\",\"diagnostic\":{\"severity\":\"error\","
            + "\"summary\":\"Failed to query available provider packages\",\"detail\":\"Could not"
            + " retrieve the list of available versions for provider hashicorp/aws: could not"
            + " connect to registry.terraform.io: no such host\"}}'; exit 1");
    assertFailure("error[terraform-error]", "--provider-mirror");

    Path empty = Files.createDirectories(folder.resolve("empty"));
    program = program.with("CASHTRACE_PROVIDER_MIRROR", empty.toString());
    assertFailure("error[provider-missing]", empty.toString());
  }

  @Test
  void refusesAWorkspaceAndDropsAConfigurationThatIsNotThere() throws Exception {
    terraform(PLANS);
    plans("first");
    program = program.with("TF_CLI_CONFIG_FILE", "/nowhere/rc");

    CommandRun result = plan();
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).containsOnlyOnce("warning[cli-config-missing]");

    program = program.with("TF_WORKSPACE", "blue");
    assertFailure("error[terraform-workspace]", "'blue'");
  }

  @Test
  void aSecondRunAtTheSameTimeIsToldToWait() throws Exception {
    terraform(PLANS);
    plans("first");
    Path busy = Files.createFile(tools.resolve("busy"));
    Process slow = program.start(List.of(), "plan", "development", "--offline");
    awaitPlan(slow);

    // Another project folder would be another scratch folder: the same one, and other output files.
    Path other = Files.createDirectories(folder.resolve("other"));
    Result second =
        new PackagedProgram(other, program.environment())
            .run("--directory", program.project().toString(), "plan", "development", "--offline");

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.err()).contains("another process is at work");
    Files.delete(busy);
    assertThat(program.end(slow).exitCode()).isZero();
  }

  @Test
  void anInterruptReachesTerraformOnceAndLeavesNothingBehind() throws Exception {
    terraform(PLANS);
    plans("first");

    Process process = startSlowly(List.of());
    signal("INT", String.valueOf(process.pid()));
    assertInterrupted(process);

    CommandRun next = plan("--out", "kept");
    assertThat(next.exitCode()).as(next.err()).isZero();
  }

  @Test
  void anInterruptOfTheWholeGroupReachesTerraformOnceToo() throws Exception {
    boolean there = Files.isExecutable(Path.of("/usr/bin/setsid"));
    assumeThat(there || System.getenv("CI") != null).as("setsid is part of Linux").isTrue();
    terraform(PLANS);
    plans("first");

    Process process = startSlowly(List.of("setsid"));
    signal("INT", "-" + process.pid());

    assertInterrupted(process);
  }

  private Process startSlowly(List<String> before) throws Exception {
    Files.createFile(tools.resolve("busy"));
    Process process = program.start(before, "plan", "development", "--offline", "--out", "kept");
    awaitPlan(process);
    return process;
  }

  private void awaitPlan(Process process) throws Exception {
    awaitNotes(process, 1);
  }

  private void awaitNotes(Process process, int lines) throws Exception {
    Path notes = tools.resolve("notes");
    Instant patience = Instant.now().plusSeconds(60);
    while (process.isAlive()
        && Instant.now().isBefore(patience)
        && !(Files.exists(notes) && Files.readAllLines(notes).size() >= lines)) {
      Thread.sleep(50);
    }
  }

  /** Terraform works on until it has heard of the signal, and a little longer. */
  private void assertInterrupted(Process process) throws Exception {
    awaitNotes(process, 2);
    Thread.sleep(500);
    Files.delete(tools.resolve("busy"));
    Result result = program.end(process);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(130);
    assertThat(result.out()).isEmpty();
    assertThat(Files.readAllLines(tools.resolve("notes")))
        .containsExactly("ready", "signal", "end");
    assertThat(program.project().resolve("kept")).doesNotExist();
    try (Stream<Path> files = Files.walk(program.project())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .doesNotContain("tfplan", "plan.json", "summary.md");
    }
  }

  private static void signal(String name, String target) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "--", target).inheritIO().start().waitFor())
        .isZero();
  }

  private CommandRun plan(String... more) {
    return CommandRun.with(program.environment(), program.project(), words(more));
  }

  private Result packaged(String... more) throws Exception {
    return program.run(words(more));
  }

  private static String[] words(String... more) {
    Stream<String> command = Stream.of("plan", "development", "--offline");
    return Stream.concat(command, Stream.of(more)).toArray(String[]::new);
  }

  /** It must exit 1 with this problem, without a trace, and leave no plan. */
  private void assertFailure(String code, String message) throws Exception {
    CommandRun result = plan("--out", "kept");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
    assertThat(result.err()).contains(code, message).doesNotContain("\tat ", "Exception");
    assertThat(result.out()).isEmpty();
    assertThat(program.project().resolve("kept/tfplan")).doesNotExist();
  }

  private void plans(String name) throws IOException {
    Files.writeString(tools.resolve("plan.json"), Plans.text(name));
  }

  private void terraform(String script) throws IOException {
    terraform(script, "1.11.4");
  }

  private void terraform(String script, String version) throws IOException {
    // No mirror of any machine holds a provider for this platform.
    String answer = "{\"terraform_version\":\"" + version + "\",\"platform\":\"plan9_386\"}";
    script("if [ \"$1\" = version ]; then echo '" + answer + "'; exit 0; fi\n" + script);
  }

  private void script(String text) throws IOException {
    Path script = Files.writeString(tools.resolve("terraform"), "#!/bin/bash\n" + text + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
