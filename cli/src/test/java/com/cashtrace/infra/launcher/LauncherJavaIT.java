package com.cashtrace.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.cashtrace.infra.launcher.LauncherSandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the Java it finds: which one it takes, and how it makes it start fast. */
class LauncherJavaIT {

  private static final String[] TOOLS = {"bash", "readlink", "find", "mkdir", "cat", "rm", "tail"};

  @TempDir Path scratch;

  private LauncherSandbox sandbox;

  @BeforeEach
  void layTheProject() throws IOException {
    sandbox = new LauncherSandbox(scratch.resolve("project"), scratch.resolve("programs"));
  }

  @Test
  void makesAnArchiveOfClassesOnceAndStartsFromIt() throws Exception {
    assertThat(sandbox.run("--version").exitCode()).isZero();
    List<Path> archives = archives();
    assertThat(archives).hasSize(1);
    var made = Files.getLastModifiedTime(archives.get(0));
    assertThat(placeOfMain()).startsWith("shared objects file");
    assertThat(Files.getLastModifiedTime(archives().get(0))).isEqualTo(made);
  }

  @Test
  void keepsTheClientsOfAwsOutOfTheWayOfWhatDoesNotAskIt() throws Exception {
    assertThat(sandbox.run("plan", "nowhere", "--offline").exitCode()).isEqualTo(64);
    List<Path> plain = archives();
    assertThat(plain).hasSize(1);

    assertThat(sandbox.run("state", "status", "nowhere").exitCode()).isEqualTo(64);

    List<Path> more = new ArrayList<>(archives());
    more.removeAll(plain);
    assertThat(more).singleElement().asString().endsWith("-aws.archive");
    assertThat(Files.size(more.get(0))).isGreaterThan(Files.size(plain.get(0)) * 3 / 2);
  }

  @Test
  void startsWithoutAnArchiveWhereNoneCanBeMade() throws Exception {
    sandbox.write("cli/target/launch", "a file where the folder should be");
    Outcome outcome = sandbox.run("--version");
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.stdout()).startsWith("cashtrace-infra ");
    assertThat(placeOfMain()).startsWith("file:");
  }

  @Test
  void startsFromAnAheadOfTimeCacheOnJava25() throws Exception {
    sandbox.set("JAVA_HOME", javaHome(25).toString());
    Outcome first = sandbox.run("--version");
    assertThat(first.stderr()).isEmpty();
    assertThat(archives()).hasSize(1);
    assertThat(sandbox.run("--version")).isEqualTo(first);
    assertThat(placeOfMain()).startsWith("shared objects file");
  }

  @Test
  void takesTheJavaOnPathWhenJavaHomeIsNotSet() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path link = Files.createSymbolicLink(scratch.resolve("java"), Path.of(java));
    sandbox.set("PATH", scratch + ":" + System.getenv("PATH"));
    sandbox.unset("JAVA_HOME");
    assertThat(sandbox.run("--version").exitCode()).isZero();
    assertThat(archives()).hasSize(1);
    Files.delete(link); // JUnit warns of links that lead out of the folder it removes
  }

  @Test
  void asksAJavaThatIsAScriptWhereTheRealOneIs() throws Exception {
    String home = System.getProperty("java.home");
    sandbox.program("java", "exec '" + home + "/bin/java' \"$@\"\n");
    sandbox.unset("JAVA_HOME");
    assertThat(sandbox.run("--version").exitCode()).isZero();
    assertThat(archives()).singleElement().asString().contains(home.replace('/', '_'));
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJava() throws Exception {
    sandbox.unset("JAVA_HOME");
    sandbox.narrowPathTo(TOOLS);
    refuses("java is not installed; install a JDK 17 or later");
  }

  @Test
  void saysWhatToInstallWhenJavaIsTooOld() throws Exception {
    Path old = Files.createDirectories(scratch.resolve("old/bin")).getParent();
    sandbox.program("java", "exit 1\n");
    Files.copy(scratch.resolve("programs/java"), old.resolve("bin/java"));
    assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.2\"\n");
    sandbox.set("JAVA_HOME", old.toString());
    refuses("java is version '11.0.2'");
  }

  @Test
  void saysWhatToInstallWhenMavenIsMissingAndABuildIsNeeded() throws Exception {
    sandbox.ageTheBuild();
    Files.delete(scratch.resolve("programs/mvn"));
    sandbox.narrowPathTo(TOOLS);
    refuses("mvn is not installed; install Apache Maven 3.8 or later");
  }

  @Test
  void saysThatJavaHomeIsWrong() throws Exception {
    sandbox.set("JAVA_HOME", "/no such folder");
    refuses("JAVA_HOME is '/no such folder', which has no bin/java");
  }

  private void refuses(String reason) throws Exception {
    Outcome outcome = sandbox.run("--version");
    assertThat(outcome.stderr()).hasLineCount(1).contains(reason);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  /** Where the JVM took the program's main class from, in its own words. */
  private String placeOfMain() throws Exception {
    sandbox.set("CASHTRACE_JAVA_OPTS", "-Xlog:class+load:stderr");
    String log = sandbox.run("--version").stderr();
    String loaded = "com.cashtrace.infra.Main source: ";
    return log.lines()
        .filter(line -> line.contains(loaded))
        .map(line -> line.substring(line.indexOf(loaded) + loaded.length()))
        .findFirst()
        .orElse("not loaded");
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(sandbox.path("cli/target/launch"))) {
      return files.filter(file -> file.toString().endsWith(".archive")).toList();
    }
  }

  private static Path javaHome(int version) throws IOException {
    Optional<Path> home = candidates().stream().filter(place -> isJava(place, version)).findFirst();
    if (home.isPresent()) {
      return home.get();
    }
    String reason = "no JDK " + version + " in /usr/lib/jvm or JAVA_HOME_" + version + "_*";
    return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
  }

  private static List<Path> candidates() throws IOException {
    List<Path> homes = new ArrayList<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME_")) {
                homes.add(Path.of(value));
              }
            });
    Path common = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(common)) {
      try (Stream<Path> places = Files.list(common)) {
        homes.addAll(places.toList());
      }
    }
    return homes;
  }

  private static boolean isJava(Path home, int version) {
    try {
      return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + version + ".");
    } catch (IOException e) {
      return false;
    }
  }
}
