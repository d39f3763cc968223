package com.cashtrace.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.launcher.LauncherSandbox.Outcome;
import com.cashtrace.infra.launcher.LauncherSandbox.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher over a built program: where it can be called from, and when it builds. */
class LauncherIT {

  @TempDir Path scratch;

  private LauncherSandbox sandbox;

  @BeforeEach
  void layTheProject() throws IOException {
    sandbox = new LauncherSandbox(scratch.resolve("a project"), scratch.resolve("programs"));
  }

  @Test
  void startsTheProgramWithoutBuildingItAgain() throws Exception {
    Outcome outcome = sandbox.run("--version");
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.stdout()).startsWith("cashtrace-infra ");
    assertThat(outcome.exitCode()).isZero();
    assertThat(sandbox.builds()).isZero();
  }

  @Test
  void worksThroughAChainOfSymbolicLinksFromAnyFolder() throws Exception {
    Path elsewhere = Files.createDirectories(scratch.resolve("some where/bin"));
    Path absolute =
        Files.createSymbolicLink(
            elsewhere.resolve("absolute link"), sandbox.path("cashtrace-infra"));
    Path relative =
        Files.createSymbolicLink(
            scratch.resolve("infra"), Path.of("some where", "bin", "absolute link"));
    for (Path link : new Path[] {absolute, relative}) {
      Outcome outcome = sandbox.start(elsewhere, link, "--version").finish();
      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.stdout()).startsWith("cashtrace-infra ");
    }
  }

  @Test
  void handsOverArgumentsExitCodeAndItsOwnFolder() throws Exception {
    sandbox.set("CASHTRACE_JAVA_OPTS", "-XshowSettings:properties -Dpattern=?");
    sandbox.write("-Dpattern=x", "what the pattern would match");
    Outcome outcome = sandbox.run("--no such  flag*");
    assertThat(outcome.exitCode()).isEqualTo(64);
    assertThat(outcome.stderr())
        .contains("cashtrace.home = " + sandbox.path("") + "\n")
        .contains("pattern = ?\n")
        .contains("--no such  flag*");
  }

  @Test
  void tellsTheProgramWhichStreamsAreTerminals() throws Exception {
    sandbox.set("CASHTRACE_JAVA_OPTS", "-XshowSettings:properties");
    assertThat(sandbox.run("--version").stderr()).contains("cashtrace.terminals = \n");
    // script(1) gives its child a terminal, in another way on Linux than on macOS
    sandbox.program("in-a-terminal", "exec script -qec './cashtrace-infra --version' /dev/null\n");
    assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
    Outcome inTerminal =
        sandbox.start(sandbox.path(""), scratch.resolve("programs/in-a-terminal")).finish();
    assertThat(inTerminal.stdout()).containsPattern("cashtrace.terminals = 12\r?\n");
  }

  @Test
  void buildsOnceWhenASourceIsNewer() throws Exception {
    sandbox.mavenThatBuilds();
    sandbox.ageTheBuild();
    Outcome first = sandbox.run("--version");
    assertThat(first.stderr()).hasLineCount(1).contains("building the program");
    assertThat(first.stdout()).startsWith("cashtrace-infra ");
    sandbox.stampTheBuild();
    assertThat(sandbox.run("--version").stderr()).isEmpty();
    assertThat(sandbox.builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceWasRemoved() throws Exception {
    sandbox.mavenThatBuilds();
    Thread.sleep(20); // the clock of a file system goes in steps of some milliseconds
    Files.delete(sandbox.path("templates/a.j2"));
    sandbox.run("--version");
    assertThat(sandbox.builds()).isEqualTo(1);
  }

  @Test
  void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
    sandbox.maven("seq 1 100\nexit 1");
    sandbox.ageTheBuild();
    Outcome outcome = sandbox.run("--version");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr())
        .contains("\n100\n")
        .doesNotContain("\n80\n")
        .contains("the whole log is in '" + sandbox.path("cli/target/launch/build.log") + "'");
    assertThat(sandbox.path("cli/target/launch/lock")).doesNotExist();
  }

  @Test
  void buildsOnceForTwoProcesses() throws Exception {
    sandbox.mavenThatBuilds();
    sandbox.ageTheBuild();
    Run one = sandbox.start(scratch, sandbox.path("cashtrace-infra"), "--version");
    Run other = sandbox.start(scratch, sandbox.path("cashtrace-infra"), "--version");
    Outcome first = one.finish();
    Outcome second = other.finish();
    assertThat(first.exitCode()).as(first.stderr()).isZero();
    assertThat(second.exitCode()).as(second.stderr()).isZero();
    assertThat(sandbox.builds()).isEqualTo(1);
    assertThat(first.stderr() + second.stderr()).contains("waiting for another process");
  }

  @Test
  void breaksTheLockOfAProcessThatIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    sandbox.write("cli/target/launch/lock/pid", gone.pid() + "\n");
    sandbox.mavenThatBuilds();
    sandbox.ageTheBuild();
    assertThat(sandbox.run("--version").exitCode()).isZero();
    assertThat(sandbox.builds()).isEqualTo(1);
    assertThat(sandbox.path("cli/target/launch/lock")).doesNotExist();
  }

  @Test
  void runsTheOlderProgramWhereNothingCanBeWritten() throws Exception {
    // a file where the folder should be: nobody can write into it, not even root
    sandbox.write("cli/target/launch", "");
    sandbox.ageTheBuild();
    Outcome outcome = sandbox.run("--version");
    assertThat(outcome.stderr()).hasLineCount(1).contains("the older program runs");
    assertThat(outcome.stdout()).startsWith("cashtrace-infra ");
    assertThat(sandbox.builds()).isZero();
  }
}
