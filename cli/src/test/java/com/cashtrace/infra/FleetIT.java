package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.PackagedProgram.Result;
import com.cashtrace.infra.command.CommandRun;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several environments, with a shell script in terraform's place that answers for each of them as a
 * test says; through the packaged program where exit codes and signals are those of a process.
 */
@Timeout(300)
class FleetIT {

  private static final List<String> NAMES = List.of("alpha", "beta", "gamma");

  /**
   * Does for an environment what the file {@code does-ENV} says; the file {@code busy} keeps plans
   * running, and {@code most} holds how many ran at once.
   */
  private static final String TERRAFORM =
      """
      #!/bin/bash
      here="${0%/*}"
      environment=$(basename "$(dirname "$PWD")")
      does=$(cat "$here/does-$environment" 2>/dev/null)
      for argument in "$@"; do
        case "$argument" in
          -out=*) file="${argument#-out=}" ;;
          -plugin-dir=*) from="${argument#-plugin-dir=}" ;;
        esac
      done
      [ "$1" = init ] || [ "$1" = plan ] && echo "$1 of $environment"
      case "$1" in
        version) echo '{"terraform_version":"1.11.4","platform":"plan9_386"}' ;;
        init)
          echo "begin $environment ${from:-registry}" >> "$here/inits"
          sleep 0.3
          mkdir -p .terraform/providers/registry.terraform.io/hashicorp/aws/5.100.0/plan9_386
          echo "end $environment" >> "$here/inits"
          [ "$does" != no-init ] ;;
        plan)
          trap 'echo "signal $environment" >> "$here/notes"' INT TERM
          touch "$here/running-$environment"
          echo "ready $environment" >> "$here/notes"
          sleep 0.3
          ls "$here" | grep -c running- >> "$here/most"
          while [ -e "$here/busy" ]; do sleep 0.1; done
          rm "$here/running-$environment"
          [ "$does" != fail ] || exit 1
          echo whole > "$file"
          echo "end $environment" >> "$here/notes" ;;
        show) cat "$here/$does.json" ;;
      esac
      """;

  /** A plan of a root without modules: it creates something, or destroys a store. */
  private static final String PLAN =
      """
      {"format_version": "1.2", "terraform_version": "1.11.4", "complete": true,
       "planned_values": {"root_module": {}},
       "resource_changes": [
         {"address": "%1$s.this", "mode": "managed", "type": "%1$s", "name": "this",
          "provider_name": "%2$s",
          "change": {"actions": ["%3$s"], "before": null, "after": null}}],
       "configuration": {"root_module": {}}}
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
            .with("TF_CLI_CONFIG_FILE", "")
            .with("TF_PLUGIN_CACHE_DIR", "");
    Path specs = folder.resolve("project/environments");
    String development = Files.readString(specs.resolve("development.yaml"));
    for (String name : List.of("development", "staging", "production")) {
      Files.delete(specs.resolve(name + ".yaml"));
    }
    for (String name : NAMES) {
      Files.writeString(specs.resolve(name + ".yaml"), variant(development, name));
    }
    Path script = Files.writeString(tools.resolve("terraform"), TERRAFORM);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    String builtin = "terraform.io/builtin/terraform";
    String aws = "registry.terraform.io/hashicorp/aws";
    Files.writeString(
        tools.resolve("create.json"), PLAN.formatted("terraform_data", builtin, "create"));
    Files.writeString(
        tools.resolve("destroy.json"), PLAN.formatted("aws_s3_bucket", aws, "delete"));
  }

  /**
   * The same in another account; the plans of the stand-in agree with a spec without components.
   */
  private static String variant(String development, String name) {
    int number = NAMES.indexOf(name);
    return development
            .substring(0, development.indexOf("\nservices:"))
            .replace("111122223333", "11112222333" + number)
            .replace("10.20.0.0", "10." + (20 + number) + ".0.0")
            .replace("dev.cashtrace.ng", name + ".cashtrace.ng")
            .replace("Z0111DEV2222", "Z0111DEV222" + number)
        + "\nservices: null\ndatabases: null\ncaches: null\nbuckets: null\nsecrets: null\n";
  }

  @ParameterizedTest
  @CsvSource({
    "create, create, create, 2",
    "create, destroy, create, 3",
    "destroy, no-init, create, 1"
  })
  void worksOnAllAndEndsWithTheCodeThatWeighsMost(String alpha, String beta, String gamma, int code)
      throws Exception {
    does(alpha, beta, gamma);

    Result result = program.run(words("--all", "--detailed-exitcode"));

    assertThat(result.exitCode()).as(result.err()).isEqualTo(code);
    assertThat(notes("ready")).isSubsetOf(NAMES).contains("gamma");
  }

  @Test
  void theFailureOfOneLeavesTheOthersAndIsToldWhereItBelongs() throws Exception {
    does("create", "fail", "create");

    CommandRun result = plan("gamma", "beta", "alpha", "beta", "--parallelism", "3");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .containsSubsequence("alpha, planned by", "Verdict: passed", "\n\ngamma, planned by")
        .doesNotContain("beta");
    assertThat(result.err())
        .contains("\nbeta:\nerror[terraform-error]: ", "'terraform plan' failed with exit status 1")
        .endsWith("3 environments: 2 done, 1 failed\n");
    assertThat(result.err().lines().filter(line -> line.contains(": terraform ")).toList())
        .isSubsetOf(steps());
  }

  private static List<String> steps() {
    return NAMES.stream()
        .flatMap(name -> Stream.of("init", "plan").map(step -> name + ": terraform " + step))
        .toList();
  }

  @Test
  void aWrongSpecIsNotPlannedAndTheOthersAre() throws Exception {
    does("create", "create", "create");
    Path beta = program.project().resolve("environments/beta.yaml");
    Files.writeString(beta, Files.readString(beta) + "nonsense: 1\n");

    JsonNode fleet = json(plan("--all", "--format", "json"));

    assertThat(fleet.path("exitCode").asInt()).isEqualTo(3);
    assertThat(fleet.at("/environments/0/result/environment").asText()).isEqualTo("alpha");
    assertThat(fleet.at("/environments/1/exitCode").asInt()).isEqualTo(3);
    assertThat(fleet.at("/environments/1").has("result")).isFalse();
    assertThat(fleet.at("/environments/2/result/total/create").asInt()).isPositive();
    assertThat(fleet.at("/problems/0/location/file").asText()).isEqualTo("environments/beta.yaml");
    assertThat(notes("ready")).containsExactlyInAnyOrder("alpha", "gamma");
  }

  @Test
  void runsAsManyAtOnceAsItMay() throws Exception {
    does("create", "create", "create");

    assertThat(plan("--all", "--parallelism", "1").exitCode()).isZero();
    assertThat(most()).isEqualTo(1);
    assertThat(plan("--all", "--parallelism", "2").exitCode()).isZero();
    assertThat(most()).isEqualTo(2);
  }

  @Test
  void fetchesTheProviderOnceBeforeAnyOtherInitRuns() throws Exception {
    does("create", "create", "create");

    CommandRun result = plan("--all", "--parallelism", "3");

    assertThat(result.exitCode()).as(result.err()).isZero();
    List<String> inits = Files.readAllLines(tools.resolve("inits"));
    assertThat(inits.get(0)).endsWith(" registry");
    assertThat(inits.get(1)).isEqualTo(inits.get(0).replaceAll("begin (\\w+) .*", "end $1"));
    String first = inits.get(1).substring("end ".length());
    String there = "build/.offline/" + first + "/root/.terraform/providers";
    assertThat(inits.stream().filter(line -> line.startsWith("begin ")).skip(1))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).endsWith(there));
  }

  @Test
  void anInterruptReachesEachTerraformOnceAndBeginsNoOther() throws Exception {
    does("create", "create", "create");

    Process process = startTwo(List.of());
    signal("INT", String.valueOf(process.pid()));

    assertInterrupted(process);
  }

  @Test
  void anInterruptOfTheWholeGroupReachesEachTerraformOnceToo() throws Exception {
    boolean there = Files.isExecutable(Path.of("/usr/bin/setsid"));
    assumeThat(there || System.getenv("CI") != null).as("setsid is part of Linux").isTrue();
    does("create", "create", "create");

    Process process = startTwo(List.of("setsid"));
    signal("INT", "-" + process.pid());

    assertInterrupted(process);
  }

  private Process startTwo(List<String> before) throws Exception {
    Files.createFile(tools.resolve("busy"));
    Process process =
        program.start(before, "plan", "--all", "--offline", "--parallelism", "2", "--out", "kept");
    await(process, 2);
    return process;
  }

  private void assertInterrupted(Process process) throws Exception {
    await(process, 4);
    Thread.sleep(500);
    Files.delete(tools.resolve("busy"));
    Result result = program.end(process);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(130);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("gamma:\nerror[interrupted]: 'gamma' was not begun: interrupted\n")
        .endsWith("3 environments: 3 interrupted\n");
    assertThat(notes("ready")).containsExactlyInAnyOrder("alpha", "beta");
    assertThat(notes("signal")).containsExactlyInAnyOrder("alpha", "beta");
    assertThat(notes("end")).containsExactlyInAnyOrder("alpha", "beta");
    assertThat(program.project().resolve("kept")).doesNotExist();
  }

  @Test
  void keepsThePlansOfSeveralApart() throws Exception {
    does("create", "create", "create");

    assertThat(plan("alpha", "beta", "--out", "kept").exitCode()).isZero();
    assertThat(program.project().resolve("kept/alpha/tfplan")).hasContent("whole\n");
    assertThat(program.project().resolve("kept/beta/summary.md")).isNotEmptyFile();
    assertThat(plan("alpha", "--out", "one").exitCode()).isZero();
    assertThat(program.project().resolve("one/tfplan")).hasContent("whole\n");
  }

  @Test
  void handsThePagesAndTheTotalsToGithub() throws Exception {
    does("create", "fail", "destroy");
    Path page = folder.resolve("page");
    Path output = folder.resolve("output");
    program =
        program
            .with("GITHUB_STEP_SUMMARY", page.toString())
            .with("GITHUB_OUTPUT", output.toString());

    assertThat(plan("--all").exitCode()).isEqualTo(1);

    assertThat(Files.readString(page))
        .containsSubsequence(
            "### Plan of `alpha`", "### beta was not planned", "### Plan of `gamma`")
        .doesNotContain("pay-me-now");
    assertThat(output).content().isEqualTo("exit-code=1\nhas-changes=true\nplans=\n");
  }

  private CommandRun plan(String... more) {
    return CommandRun.with(program.environment(), program.project(), words(more));
  }

  private static String[] words(String... more) {
    List<String> line = new ArrayList<>(List.of("plan", "--offline"));
    line.addAll(List.of(more));
    return line.toArray(String[]::new);
  }

  private void does(String... what) throws IOException {
    for (int i = 0; i < what.length; i++) {
      Files.writeString(tools.resolve("does-" + NAMES.get(i)), what[i]);
    }
  }

  /** The environments of which the stand-in noted something. */
  private List<String> notes(String what) throws IOException {
    return Files.readAllLines(tools.resolve("notes")).stream()
        .filter(line -> line.startsWith(what + " "))
        .map(line -> line.substring(what.length() + 1))
        .toList();
  }

  /** How many plans ran at once since this was asked last. */
  private int most() throws IOException {
    Path file = tools.resolve("most");
    int most = Files.readAllLines(file).stream().mapToInt(Integer::parseInt).max().orElseThrow();
    Files.delete(file);
    return most;
  }

  private void await(Process process, int lines) throws Exception {
    Path notes = tools.resolve("notes");
    Instant patience = Instant.now().plusSeconds(60);
    while (process.isAlive()
        && Instant.now().isBefore(patience)
        && !(Files.exists(notes) && Files.readAllLines(notes).size() >= lines)) {
      Thread.sleep(50);
    }
  }

  private static void signal(String name, String target) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "--", target).inheritIO().start().waitFor())
        .isZero();
  }

  private static JsonNode json(CommandRun result) throws IOException {
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(ReportSchema.violations("fleet", json)).isEmpty();
    for (JsonNode each : json.path("environments")) {
      if (each.has("result")) {
        assertThat(ReportSchema.violations("plan-summary", each.path("result"))).isEmpty();
      }
    }
    return json;
  }
}
