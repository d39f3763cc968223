package com.cashtrace.infra.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each way in which a disk refuses has its own code and says what to do. */
class DiskTroubleTest {

  private static final Path FILE = Path.of("out", "main.tf");

  @Test
  void saysThatTheDiskIsFull() {
    Problem problem = writing(new IOException("No space left on device"));
    assertThat(problem.code()).isEqualTo("disk-full");
    assertThat(problem.message()).isEqualTo("this file cannot be written: the disk is full");
    assertThat(problem.hint()).startsWith("free some space");
    assertThat(problem.location()).hasToString("out/main.tf");
  }

  @Test
  void saysThatAQuotaIsUsedUp() {
    assertThat(writing(new IOException("Disk quota exceeded")).code()).isEqualTo("disk-full");
  }

  @Test
  void saysThatTheFileSystemIsReadOnly() {
    Problem problem = writing(new FileSystemException("x", null, "Read-only file system"));
    assertThat(problem.code()).isEqualTo("disk-read-only");
  }

  @Test
  void saysThatPermissionIsDenied() {
    Problem problem = writing(new AccessDeniedException("x"));
    assertThat(problem.code()).isEqualTo("no-permission");
  }

  @Test
  void repeatsWhatTheSystemSaysOfAnythingElse() {
    assertThat(writing(new IOException("Input/output error")).message())
        .isEqualTo("this file cannot be written: Input/output error");
    assertThat(DiskTrouble.removing(FILE, new IOException()).problem().message())
        .isEqualTo("this file cannot be removed: IOException");
    assertThat(DiskTrouble.reading(FILE, new IOException("x")).problem().code())
        .isEqualTo("disk-error");
  }

  private static Problem writing(IOException cause) {
    return DiskTrouble.writing(FILE, cause).problem();
  }
}
