package com.cashtrace.infra.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.render.SampleEnvironments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A write that ends after any of its files, by a kill or a full disk, is brought to its end by the
 * next one, whatever that one renders.
 */
class InterruptedWriteTest {

  private static final RenderedTree SMALL = tree("");
  private static final RenderedTree LARGE = tree("secrets: { x: {} }");
  private static final RenderedTree OTHER =
      tree("buckets: { y: { data: [public], retention: 1y } }");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("counts")
  void isMendedInAFreshFolder(int count) throws IOException {
    interrupt(LARGE, count);
    new Workspace(folder, "out").write(LARGE);
    assertThat(FolderText.of(folder)).isEqualTo(LARGE.files());
  }

  @ParameterizedTest
  @MethodSource("counts")
  void isMendedWhenTheSpecChangedMeanwhile(int count) throws IOException {
    interrupt(LARGE, count);
    List<Difference> done = new Workspace(folder, "out").write(OTHER);
    assertThat(FolderText.of(folder)).isEqualTo(OTHER.files());
    assertThat(done).extracting(Difference::kind).doesNotContain(Difference.Kind.EDITED);
  }

  @ParameterizedTest
  @MethodSource("counts")
  void isMendedOnTopOfAnEarlierRender(int count) throws IOException {
    new Workspace(folder, "out").write(SMALL);
    interrupt(LARGE, count);
    List<Difference> done = new Workspace(folder, "out").write(OTHER);
    assertThat(FolderText.of(folder)).isEqualTo(OTHER.files());
    assertThat(done).extracting(Difference::kind).doesNotContain(Difference.Kind.EDITED);
  }

  @Test
  void isMendedAfterSeveralFailuresInARow() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("modules"), "a file");
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> new Workspace(folder, "out").write(OTHER));
    assertThat(folder.resolve("buckets.tf")).exists();
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> new Workspace(folder, "out").write(LARGE));
    Files.delete(inTheWay);
    new Workspace(folder, "out").write(SMALL);
    assertThat(FolderText.of(folder)).isEqualTo(SMALL.files());
  }

  @Test
  void leavesNoPartBehind() throws IOException {
    interrupt(LARGE, 3);
    Files.writeString(folder.resolve(".outputs.tf.1.cashtrace-part"), "half");
    Files.createDirectories(folder.resolve("modules/secret"));
    Files.writeString(folder.resolve("modules/secret/.main.tf.2.cashtrace-part"), "half");
    new Workspace(folder, "out").write(SMALL);
    assertThat(FolderText.of(folder)).isEqualTo(SMALL.files());
  }

  @Test
  void doesNotMakeAFileOursThatSomebodyChangedSince() throws IOException {
    interrupt(LARGE, 3);
    Files.writeString(folder.resolve("backend.tf"), "theirs");
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> new Workspace(folder, "out").write(LARGE));
    assertThat(folder.resolve("backend.tf")).hasContent("theirs");
  }

  @Test
  void takesADamagedJournalForNone() throws IOException {
    Files.writeString(folder.resolve(Journal.NAME), "{ \"program\": \"cashtrace-infra\", \"fi");
    new Workspace(folder, "out").write(SMALL);
    assertThat(FolderText.of(folder)).isEqualTo(SMALL.files());
  }

  /** Puts the folder into the state in which a kill after some files leaves it. */
  private void interrupt(RenderedTree tree, int count) throws IOException {
    new Journal(folder).begin(Map.of(), tree);
    List<Map.Entry<String, String>> files =
        tree.files().entrySet().stream()
            .filter(file -> !file.getKey().equals(RenderedTree.MANIFEST))
            .limit(count)
            .toList();
    for (Map.Entry<String, String> file : files) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  static Stream<Integer> counts() {
    int files = LARGE.files().size();
    return Stream.of(0, 1, files / 2, files - 1);
  }

  private static RenderedTree tree(String components) {
    return SampleEnvironments.renderer().render(SampleEnvironments.with(components));
  }
}
