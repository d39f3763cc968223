package com.cashtrace.infra.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A write leaves the new file or the old one, and nothing beside it. */
class AtomicFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Durability.class)
  void writesAWholeFileAndMakesItsFolders(Durability durability) throws IOException {
    Path file = folder.resolve("a/b/file.txt");
    new AtomicFiles(Access.SHARED, durability).write(file, "größer\n");
    assertThat(file).hasContent("größer\n");
    assertThat(names(file.getParent())).containsExactly("file.txt");
  }

  @Test
  void replacesAFileThatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "a longer old text");
    AtomicFiles.shared().write(file, "new");
    assertThat(file).hasContent("new");
  }

  @Test
  void keepsAPrivateFileFromOthers() throws IOException {
    Path file = folder.resolve("plan");
    new AtomicFiles(Access.PRIVATE, Durability.MACHINE).write(file, new byte[] {1, 2});
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void replacesASymbolicLinkAndNotItsTarget() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "theirs");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    AtomicFiles.shared().write(link, "ours");
    assertThat(target).hasContent("theirs");
    assertThat(link).isRegularFile().hasContent("ours");
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @Test
  void leavesNothingBehindWhenAFolderStandsInTheWay() throws IOException {
    Files.createDirectories(folder.resolve("file.txt/full"));
    Problem problem = failure(folder.resolve("file.txt"), "new".getBytes(UTF_8));
    assertThat(problem.code()).isEqualTo("not-a-folder");
    assertThat(problem.hint()).contains("name another folder");
    assertThat(names(folder)).containsExactly("file.txt");
  }

  @Test
  void saysThatAFileStandsWhereAFolderIsNeeded() throws IOException {
    Files.writeString(folder.resolve("file"), "theirs");
    Problem problem = failure(folder.resolve("file/below/x.tf"), new byte[0]);
    assertThat(problem.code()).isEqualTo("not-a-folder");
    assertThat(folder.resolve("file")).hasContent("theirs");
  }

  @Test
  void tellsWhatAKilledWriteLeftBehind() {
    assertThat(AtomicFiles.isLeftover(Path.of("x", ".main.tf.123.cashtrace-part"))).isTrue();
    assertThat(AtomicFiles.isLeftover(Path.of("x", "main.tf"))).isFalse();
  }

  private static Problem failure(Path file, byte[] content) {
    FailureException e =
        catchThrowableOfType(
            FailureException.class, () -> AtomicFiles.shared().write(file, content));
    assertThat(e.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(e).hasCauseInstanceOf(IOException.class);
    return e.problem();
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
