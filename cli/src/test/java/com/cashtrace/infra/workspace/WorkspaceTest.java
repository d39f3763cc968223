package com.cashtrace.infra.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.workspace.Difference.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  private static final Map<String, String> FIRST =
      Map.of("main.tf", "one\n", "modules/a/main.tf", "a\n", "modules/b/main.tf", "b\n");

  @TempDir private Path scratch;

  @Test
  void writesATreeAndFindsItUnchanged() throws IOException {
    Workspace workspace = workspace();

    assertThat(kinds(workspace.write(tree(FIRST)))).containsOnly(Kind.ADDED);
    assertThat(Files.readString(root().resolve("modules/a/main.tf"))).isEqualTo("a\n");
    assertThat(workspace.compare(tree(FIRST))).isEmpty();
    assertThat(workspace.write(tree(FIRST))).isEmpty();
  }

  @Test
  void writesOnlyWhatChanged() throws IOException {
    workspace().write(tree(FIRST));
    Object untouched = Files.getLastModifiedTime(root().resolve("modules/a/main.tf"));

    List<Difference> done = workspace().write(tree(with(FIRST, "main.tf", "two\n")));

    assertThat(done.stream().map(d -> d.kind() + " " + d.path()))
        .containsExactly("CHANGED main.tf", "CHANGED manifest.json");
    assertThat(Files.getLastModifiedTime(root().resolve("modules/a/main.tf"))).isEqualTo(untouched);
  }

  @Test
  void removesWhatIsNoLongerRenderedWithItsEmptyFolders() {
    workspace().write(tree(FIRST));

    workspace().write(tree(Map.of("main.tf", "one\n", "modules/a/main.tf", "a\n")));

    assertThat(root().resolve("modules/b")).doesNotExist();
    assertThat(root().resolve("modules/a/main.tf")).exists();
  }

  @Test
  void neverTouchesWhatItDidNotWrite() throws IOException {
    workspace().write(tree(FIRST));
    Files.createDirectories(root().resolve(".terraform"));
    Files.writeString(root().resolve(".terraform/x"), "theirs");
    Files.writeString(root().resolve("modules/b/notes.md"), "theirs");
    Files.writeString(root().resolve("terraform.tfstate"), "theirs");

    workspace().write(tree(Map.of("main.tf", "one\n")));

    assertThat(files())
        .containsExactlyInAnyOrder(
            ".terraform/x", "modules/b/notes.md", "terraform.tfstate", "main.tf", "manifest.json");
  }

  @Test
  void refusesAForeignFileInTheWayBeforeAnythingIsWritten() throws IOException {
    Files.createDirectories(root());
    Files.writeString(root().resolve("main.tf"), "theirs\n");

    assertThatThrownBy(() -> workspace().write(tree(FIRST)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("was not written by this program");
    assertThat(files()).containsExactly("main.tf");
  }

  @Test
  void refusesAManifestOfAnotherProgram() throws IOException {
    Files.createDirectories(root());
    Files.writeString(root().resolve("manifest.json"), "{\"name\": \"web app\"}");

    assertThatThrownBy(() -> workspace().write(tree(FIRST)))
        .hasMessageContaining("no manifest of this program");
  }

  @Test
  void removesNothingOutsideTheFolderWhateverTheManifestSays() throws IOException {
    workspace().write(tree(FIRST));
    Path outside = Files.writeString(scratch.resolve("outside"), "theirs");
    Path manifest = root().resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"main.tf\"", "\"../outside\""));

    assertThatThrownBy(() -> workspace().write(tree(Map.of("x.tf", "x\n"))))
        .isInstanceOf(FailureException.class);
    assertThat(outside).exists();
  }

  @Test
  void restoresAFileThatWasEditedAndSaysSo() throws IOException {
    workspace().write(tree(FIRST));
    Files.writeString(root().resolve("main.tf"), "edited\n");

    assertThat(kinds(workspace().compare(tree(FIRST)))).containsExactly(Kind.EDITED);
    workspace().write(tree(FIRST));
    assertThat(Files.readString(root().resolve("main.tf"))).isEqualTo("one\n");
  }

  @Test
  void keepsAnEditedFileThatIsNoLongerRendered() throws IOException {
    workspace().write(tree(FIRST));
    Files.writeString(root().resolve("modules/b/main.tf"), "edited\n");

    assertThatThrownBy(() -> workspace().write(tree(Map.of("main.tf", "two\n"))))
        .hasMessageContaining("edited by hand");
    assertThat(Files.readString(root().resolve("main.tf"))).isEqualTo("one\n");
  }

  @Test
  void refusesLinksThatCouldLeadOutOfTheFolder() throws IOException {
    Path outside = Files.createDirectories(scratch.resolve("outside"));
    Files.createDirectories(root().resolve("modules"));
    Files.createSymbolicLink(root().resolve("modules/a"), outside);

    assertThatThrownBy(() -> workspace().write(tree(FIRST))).hasMessageContaining("symbolic link");
    assertThat(outside).isEmptyDirectory();

    Files.delete(root().resolve("modules/a"));
    Path target = Files.writeString(scratch.resolve("target"), "theirs");
    Files.createSymbolicLink(root().resolve("main.tf"), target);
    assertThatThrownBy(() -> workspace().write(tree(FIRST))).hasMessageContaining("symbolic link");
    assertThat(target).hasContent("theirs");
  }

  @Test
  void finishesAWriteThatWasCutShort() throws IOException {
    Map<String, String> second = Map.of("main.tf", "two\n", "modules/c/main.tf", "c\n");
    for (int cut = 0; cut < 3; cut++) {
      Path folder = scratch.resolve("cut" + cut);
      Workspace workspace = new Workspace(folder, "cut");
      workspace.write(tree(FIRST));
      if (cut >= 1) {
        Files.delete(folder.resolve("modules/b/main.tf"));
      }
      if (cut >= 2) {
        Files.writeString(
            folder.resolve("manifest.json"), tree(second).files().get("manifest.json"));
        Files.delete(folder.resolve("modules/a/main.tf"));
        Files.writeString(folder.resolve(".main.tf.123.cashtrace-part"), "tw");
      }

      workspace.write(tree(second));

      assertThat(workspace.compare(tree(second))).isEmpty();
      assertThat(folder.resolve(".main.tf.123.cashtrace-part")).doesNotExist();
      assertThat(folder.resolve("modules/b/main.tf")).doesNotExist();
    }
  }

  @Test
  void saysThatAFileStandsWhereTheFolderShouldBe() throws IOException {
    Files.writeString(root(), "a file");

    assertThatThrownBy(() -> workspace().write(tree(FIRST)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a file stands where a folder is needed");
  }

  @Test
  void showsDifferencesAsAUnifiedDiff() {
    workspace().write(tree(FIRST));
    Map<String, String> second = Map.of("main.tf", "two\n", "new.tf", "n\n");

    String diff = UnifiedDiff.of(workspace().compare(tree(second)));

    assertThat(diff).contains("--- a/main.tf\n+++ b/main.tf\n@@ -1,1 +1,1 @@\n-one\n+two\n");
    assertThat(diff).contains("--- /dev/null\n+++ b/new.tf\n");
    assertThat(diff).contains("--- a/modules/a/main.tf\n+++ /dev/null\n");
    assertThat(UnifiedDiff.of(List.of())).isEmpty();
  }

  private Path root() {
    return scratch.resolve("out");
  }

  private Workspace workspace() {
    return new Workspace(root(), "out");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(root())) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> root().relativize(path).toString())
          .toList();
    }
  }

  private static List<Kind> kinds(List<Difference> differences) {
    return differences.stream().map(Difference::kind).toList();
  }

  private static Map<String, String> with(Map<String, String> files, String path, String text) {
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(path, text);
    return changed;
  }

  /** A tree with the manifest that a render would give it. */
  private static RenderedTree tree(Map<String, String> files) {
    TreeMap<String, String> all = new TreeMap<>(files);
    String digests =
        all.entrySet().stream()
            .map(e -> "\"%s\": \"%s\"".formatted(e.getKey(), Digests.sha256(e.getValue())))
            .collect(Collectors.joining(", "));
    all.put("manifest.json", "{\"program\": \"cashtrace-infra\", \"files\": {" + digests + "}}\n");
    return new RenderedTree("dev", all);
  }
}
