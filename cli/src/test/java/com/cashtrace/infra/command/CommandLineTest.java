package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

  private final Path project = GeneratedFile.repository();
  @TempDir private Path empty;

  @Test
  void findsNothingWrongWithTheReferenceEnvironments() {
    CommandRun run = CommandRun.in(project, "validate", "--all");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("3 environments, no problems\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void findsTheProjectFromAFolderBelowIt() {
    CommandRun run = CommandRun.in(project.resolve("terraform-modules/aws"), "validate");

    assertThat(run.exitCode()).isZero();
  }

  @Test
  void takesGlobalOptionsBeforeAndAfterTheCommand() {
    String directory = project.toString();
    CommandRun before = CommandRun.in(empty, "--directory", directory, "validate");
    CommandRun after = CommandRun.in(empty, "validate", "--directory", directory);

    assertThat(before).isEqualTo(after);
    assertThat(before.exitCode()).isZero();
  }

  @Test
  void takesEveryFlagFromTheEnvironment() {
    Map<String, String> environment = Map.of("CASHTRACE_DIRECTORY", project.toString());

    assertThat(CommandRun.with(environment, empty, "validate").exitCode()).isZero();
    assertThat(EnvironmentDefaults.variable("--no-color")).isEqualTo("CASHTRACE_NO_COLOR");
  }

  @Test
  void saysWhereItLookedWhenThereIsNoProject() {
    CommandRun run = CommandRun.in(empty, "validate");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("there is no folder 'environments' here", "--directory");
  }

  @Test
  void offersTheNearestEnvironment() {
    CommandRun run = CommandRun.in(project, "validate", "prodution");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            error[unknown-environment]: there is no environment 'prodution'
              hint: did you mean 'production'?
            """);
  }

  @Test
  void refusesAnAbstractFileAsAnEnvironment() {
    CommandRun run = CommandRun.in(project, "validate", "base");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("'base' is abstract");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate --nope", "nope", "", "validate --format nope", "explain"})
  void endsWith64WhenTheCommandLineIsWrong(String line) {
    CommandRun run = CommandRun.in(project, line.isEmpty() ? new String[0] : line.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error[usage]: ");
  }

  @Test
  void endsWith3WhenASpecIsWrong() throws IOException {
    Path folder = Files.createDirectory(empty.resolve("environments"));
    Files.writeString(folder.resolve("live.yaml"), "tier: producton\n");

    CommandRun run = CommandRun.in(empty, "validate", "live");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            """
            environments/live.yaml:1:7: error[not-allowed]: tier 'producton' is not allowed
                1 | tier: producton
                  |       ^
              hint: did you mean 'production'? allowed: development, staging, production, preview
            """)
        .contains("error[missing-key]: the key 'account' is missing at the top level");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void reportsEachProblemOfASharedFileOnce() throws IOException {
    Path folder = Files.createDirectory(empty.resolve("environments"));
    Files.writeString(folder.resolve("base.yaml"), "abstract: true\ntire: development\n");
    Files.writeString(folder.resolve("one.yaml"), "extends: base.yaml\n");
    Files.writeString(folder.resolve("two.yaml"), "extends: base.yaml\n");

    CommandRun run = CommandRun.in(empty, "validate");

    assertThat(run.out()).containsOnlyOnce("'tire' is not a key at the top level");
    assertThat(run.out()).containsOnlyOnce("did you mean 'tier'?");
  }

  @Test
  void checksAnOverriddenValueAndAnUnusedFileToo() throws IOException {
    Path folder = Files.createDirectory(empty.resolve("environments"));
    Files.writeString(folder.resolve("base.yaml"), "abstract: true\ntier: wrong\n");
    Files.writeString(folder.resolve("unused.yaml"), "abstract: true\nspecVersion: 7\n");
    Files.writeString(folder.resolve("one.yaml"), "extends: base.yaml\ntier: staging\n");

    CommandRun run = CommandRun.in(empty, "validate");

    assertThat(run.out()).contains("environments/base.yaml:2:7: error[not-allowed]");
    assertThat(run.out()).contains("environments/unused.yaml:2:14: error[not-allowed]");
  }

  @Test
  void explainsAValueWithEveryFileThatSetIt() {
    CommandRun run = CommandRun.in(project, "explain", "staging", "services.api.env.LOG_LEVEL");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .matches(
            """
            services.api.env.LOG_LEVEL: debug
              environments/staging.yaml:\\d+:\\d+  debug
              environments/base.yaml:\\d+:\\d+ +info
            """);
  }

  @Test
  void explainsADefaultAndRefusesAPathThatLeadsNowhere() {
    CommandRun found = CommandRun.in(project, "explain", "production", "services.api.health.path");
    CommandRun lost = CommandRun.in(project, "explain", "production", "services.apo.cpu");

    assertThat(found.out()).contains("default of the schema  /health");
    assertThat(lost.exitCode()).isEqualTo(64);
    assertThat(lost.err()).contains("'services' of production has no 'apo'", "'api'");
  }

  @Test
  void hidesATraceUntilItIsAskedFor() {
    CommandRun quiet = CommandRun.in(project, "validate", "--schemas", empty.toString());
    CommandRun loud =
        CommandRun.in(project, "validate", "--schemas", empty.toString(), "--stacktrace");

    assertThat(quiet.exitCode()).isEqualTo(1);
    assertThat(quiet.err()).contains("file-missing").doesNotContain("\tat ");
    assertThat(loud.err()).contains("\tat com.cashtrace");
  }

  @Test
  void everyCommandHasAHelpThatNamesTheExitCodes() {
    CommandLine root = RootCommand.commandLine(worldless());

    assertThat(root.getSubcommands()).isNotEmpty();
    root.getSubcommands()
        .forEach((name, command) -> assertThat(command.getUsageMessage()).contains("Exit codes:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "validate --help", "--format json --help"})
  void namesEveryCommandInTheHelpOfTheProgram(String line) {
    List<String> commands =
        List.copyOf(RootCommand.commandLine(worldless()).getSubcommands().keySet());
    CommandRun run = CommandRun.in(empty, "--help");
    CommandRun other = CommandRun.in(empty, line.split(" ", -1));

    assertThat(commands).contains("validate", "explain", "render", "plan", "doctor");
    assertThat(run.out()).contains(commands.stream().map(name -> "\n  " + name).toList());
    assertThat(other.exitCode()).isZero();
    assertThat(other.out()).startsWith("Usage: cashtrace-infra");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"valdate", "valdate production", "valdate render", "--format json valdate render"})
  void suggestsACommandWhateverElseTheLineNames(String line) {
    assertThat(CommandRun.in(project, line.split(" ", -1)).err()).contains("did you mean validate");
  }

  @Test
  void takesTheNameOfACommandAsAnArgumentOfAnother() {
    CommandRun folder = CommandRun.in(empty, "validate", "--directory=render", "plan");

    assertThat(folder.exitCode()).isEqualTo(64);
    assertThat(folder.err()).contains("there is no folder 'environments' here");
  }

  private static World worldless() {
    return CommandRun.world(new PrintWriter(Writer.nullWriter()));
  }
}
