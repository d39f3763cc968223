package com.cashtrace.infra.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cashtrace.infra.problem.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading what may not be there, and removing without leaving empty folders. */
class FoldersTest {

  @TempDir Path top;

  @Test
  void readsAFileThatIsThere() throws IOException {
    Files.writeString(top.resolve("x"), "text");
    assertThat(Folders.read(top.resolve("x"))).hasValue("text".getBytes(UTF_8));
  }

  @Test
  void readsNothingWhereThereIsNoFile() throws IOException {
    Files.writeString(top.resolve("file"), "");
    assertThat(Folders.read(top.resolve("x/y"))).isEmpty();
    assertThat(Folders.read(top.resolve("file/y"))).isEmpty();
  }

  @Test
  void failsToReadAFolder() {
    assertThatExceptionOfType(FailureException.class).isThrownBy(() -> Folders.read(top));
  }

  @Test
  void removesAFileAndTheFoldersThatAreEmptyThen() throws IOException {
    Path file = top.resolve("modules/network/main.tf");
    AtomicFiles.shared().write(file, "");
    Files.writeString(top.resolve("modules/README.md"), "theirs");
    Folders.remove(file, top);
    assertThat(top.resolve("modules/network")).doesNotExist();
    assertThat(top.resolve("modules/README.md")).exists();
  }

  @Test
  void keepsTheTopFolderEvenIfItIsEmpty() {
    AtomicFiles.shared().write(top.resolve("a/x"), "");
    Folders.remove(top.resolve("a/x"), top.resolve("a"));
    assertThat(top.resolve("a")).isEmptyDirectory();
  }

  @Test
  void removesWhatKilledWritesLeft() throws IOException {
    Files.writeString(top.resolve(".main.tf.1.cashtrace-part"), "half");
    Files.writeString(top.resolve("main.tf"), "whole");
    Folders.removeLeftovers(top);
    assertThat(top.resolve(".main.tf.1.cashtrace-part")).doesNotExist();
    assertThat(top.resolve("main.tf")).exists();
    Folders.removeLeftovers(top.resolve("missing"));
  }
}
