package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

  @TempDir private Path project;

  @BeforeEach
  void copySpecs() throws IOException {
    Path folder = Files.createDirectory(project.resolve("environments"));
    try (Stream<Path> specs = Files.list(GeneratedFile.repository().resolve("environments"))) {
      for (Path spec : specs.toList()) {
        Files.copy(spec, folder.resolve(spec.getFileName()));
      }
    }
  }

  @Test
  void writesEveryEnvironmentBelowBuild() {
    CommandRun run = render("--all");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("production: ", " files in build/production, ", "  add ");
    assertThat(project.resolve("build/development/services.tf")).isRegularFile();
    assertThat(project.resolve("build/staging/manifest.json")).isRegularFile();
  }

  @Test
  void findsNothingToDoTheSecondTime() throws IOException {
    render("production");
    Map<String, String> first = files();

    CommandRun second = render("production");

    assertThat(second.out()).endsWith("files in build/production, all current\n");
    assertThat(files()).isEqualTo(first);
    assertThat(render("production", "--check").exitCode()).isZero();
  }

  @Test
  void writesAFolderOfTheUsersChoice() {
    CommandRun run = render("production", "--out", "my terraform");

    assertThat(run.out()).contains(" files in my terraform, ");
    assertThat(project.resolve("my terraform/network.tf")).isRegularFile();
    assertThat(project.resolve("build")).doesNotExist();
  }

  @Test
  void tellsUnderCheckThatAFolderIsOutOfDateAndWritesNothing() throws IOException {
    render("production");
    Map<String, String> before = files();
    edit("peakUsers: 100000", "peakUsers: 90000, target: { cpu: 55% }");

    CommandRun check = render("production", "--check");

    assertThat(check.exitCode()).isEqualTo(3);
    assertThat(check.out()).contains("out of date", "  change services.tf\n");
    assertThat(files()).isEqualTo(before);
    render("production");
    assertThat(render("production", "--check").exitCode()).isZero();
  }

  @Test
  void showsWhatWouldChangeAsADiff() throws IOException {
    render("production");
    edit("peakUsers: 100000", "peakUsers: 90000, target: { cpu: 55% }");

    CommandRun diff = render("production", "--diff");

    assertThat(diff.exitCode()).isZero();
    assertThat(diff.out()).contains("--- a/services.tf\n", "-    cpu    = 60\n+    cpu    = 55\n");
  }

  @Test
  void keepsAFolderCurrentWhenACommentIsAdded() throws IOException {
    render("production");
    Map<String, String> before = files();
    edit("tier: production", "# a comment\ntier: production");

    assertThat(render("production", "--check").exitCode()).isZero();
    assertThat(render("production").out()).contains("1 updated", "  change sources.json");
    Map<String, String> after = files();
    after.put("build/production/sources.json", before.get("build/production/sources.json"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void rendersNothingWhileASpecIsWrong() throws IOException {
    edit("tier: production", "tier: productoin");

    CommandRun run = render("production");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("did you mean 'production'?");
    assertThat(project.resolve("build")).doesNotExist();
  }

  @Test
  void wantsOneEnvironmentForAFolder() {
    assertThat(render("--all", "--out", "x").exitCode()).isEqualTo(64);
  }

  @Test
  void saysWhatIsInTheWay() throws IOException {
    Files.writeString(project.resolve("build"), "a file");

    CommandRun run = render("production");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("error[not-a-folder]", "hint: ").doesNotContain("\tat ");
  }

  private CommandRun render(String... words) {
    return CommandRun.in(
        project, Stream.concat(Stream.of("render"), Stream.of(words)).toArray(String[]::new));
  }

  private void edit(String from, String to) throws IOException {
    Path spec = project.resolve("environments/production.yaml");
    String text = Files.readString(spec);
    assertThat(text).contains(from);
    Files.writeString(spec, text.replace(from, to));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(project.resolve("build"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(project.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
