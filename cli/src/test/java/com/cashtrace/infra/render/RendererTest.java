package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree as a whole: which files there are, what the manifest covers, what is vendored. */
class RendererTest {

  private static final Renderer RENDERER = SampleEnvironments.renderer();

  @TempDir Path given;

  @Test
  void vendorsOnlyTheModulesThatAreCalled() {
    RenderedTree tree = RENDERER.render(SampleEnvironments.with("secrets: { x: {} }"));
    assertThat(tree.files())
        .containsKeys("modules/secret/main.tf", "modules/network/variables.tf")
        .doesNotContainKeys("modules/database/main.tf", "modules/secret/README.md");
    assertThat(tree.files().keySet()).noneMatch(path -> path.contains("tests/"));
  }

  @Test
  void coversEveryFileButManifestAndSourcesByADigest() {
    RenderedTree tree = RENDERER.render(SampleEnvironments.with(""));
    String manifest = tree.files().get(RenderedTree.MANIFEST);
    tree.files()
        .forEach(
            (path, text) -> {
              String line = "\"" + path + "\": \"" + Digests.sha256(text) + "\"";
              assertThat(manifest.contains(line))
                  .as(path)
                  .isEqualTo(!RenderedTree.WITHOUT_DIGEST.contains(path));
            });
    assertThat(manifest).contains("\"programVersion\": \"1.2.3\"", "\"environment\": \"sample\"");
  }

  @Test
  void holdsLinuxLineEndsOnly() {
    RENDERER
        .render(SampleEnvironments.with(""))
        .files()
        .forEach((path, text) -> assertThat(text).as(path).doesNotContain("\r").endsWith("\n"));
  }

  @Test
  void locksTheStateAsTheSpecSays() {
    String backend = RENDERER.render(SampleEnvironments.with("")).files().get("backend.tf");
    assertThat(backend)
        .contains("use_lockfile        = true", "dynamodb_table      = \"terraform-locks\"");
  }

  @Test
  void lettsPreviewsGoAtOnceAndKeepsTheOthers() {
    String secret = "secrets: { x: {} }";
    assertThat(file(SampleEnvironments.ofTier("preview", secret), "secrets.tf"))
        .contains("recovery_window_days = 0\n");
    assertThat(file(SampleEnvironments.ofTier("production", secret), "secrets.tf"))
        .contains("recovery_window_days = 30\n");
  }

  @Test
  void takesTemplatesAndModulesOfTheUser() throws IOException {
    template(
        "main.tf.j2",
        "module \"mine\" {\nsource = \"./modules/mine\"\nn = {{ environment.name | hcl }}\n}");
    Files.createDirectories(given.resolve("modules/aws/mine"));
    Files.writeString(given.resolve("modules/aws/mine/main.tf"), "# mine\r\n");
    RenderedTree tree = own().render(SampleEnvironments.with(""));
    assertThat(tree.files().keySet())
        .containsExactly(
            ".terraform.lock.hcl",
            "main.tf",
            "manifest.json",
            "modules/mine/main.tf",
            "sources.json");
    assertThat(tree.files().get("modules/mine/main.tf")).isEqualTo("# mine\n");
    assertThat(tree.files().get("sources.json"))
        .contains("\"module.mine\": \"environments/sample.yaml:1\"");
  }

  @Test
  void saysWhichModuleATemplateMisses() throws IOException {
    template("main.tf.j2", "module \"x\" {\nsource = \"./modules/nothing\"\n}");
    Files.createDirectories(given.resolve("modules/aws"));
    FailureException e =
        catchThrowableOfType(
            FailureException.class, () -> own().render(SampleEnvironments.with("")));
    assertThat(e.problem().message()).contains("'nothing'", "terraform-modules/aws");
  }

  private Renderer own() {
    return SampleEnvironments.renderer(
        new Resources(
            Map.of(
                "templates", given.resolve("templates"),
                "terraform-modules", given.resolve("modules"))));
  }

  private void template(String name, String text) throws IOException {
    Path folder = Files.createDirectories(given.resolve("templates/aws"));
    Files.writeString(folder.resolve(name), text);
    Files.writeString(folder.resolve("terraform.lock.hcl"), "# lock\n");
  }

  private static String file(com.cashtrace.infra.environment.Environment environment, String path) {
    return RENDERER.render(environment).files().get(path);
  }
}
