package com.cashtrace.infra.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cashtrace.infra.file.SmallDisk;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.render.SampleEnvironments;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes on a real disk that is too small, and on one that cannot be written. */
class DiskFullIT {

  private static final RenderedTree SMALL =
      SampleEnvironments.renderer().render(SampleEnvironments.with(""));
  private static final RenderedTree LARGE =
      SampleEnvironments.renderer().render(SampleEnvironments.with("secrets: { x: {} }"));

  @TempDir Path disk;
  private SmallDisk mounted;

  @BeforeEach
  void mountASmallDisk() throws Exception {
    mounted = SmallDisk.mount(disk, "4m");
  }

  @AfterEach
  void unmountIt() throws Exception {
    if (mounted != null) {
      mounted.unmount();
    }
  }

  @Test
  void saysThatTheDiskIsFullLeavesNoPartAndIsMendedWhenThereIsSpace() throws Exception {
    Workspace workspace = new Workspace(disk.resolve("out"), "out");
    mounted.remount("size=48k");
    FailureException e = catchThrowableOfType(FailureException.class, () -> workspace.write(LARGE));
    assertThat(e.problem().code()).isEqualTo("disk-full");
    Map<String, String> half = FolderText.of(disk);
    assertThat(half).isNotEmpty().doesNotContainKey("out/manifest.json");
    half.forEach(
        (path, text) -> {
          assertThat(path).doesNotEndWith(".cashtrace-part");
          if (!path.endsWith(Journal.NAME)) {
            assertThat(text).isEqualTo(LARGE.files().get(path.substring("out/".length())));
          }
        });
    mounted.remount("size=4m");
    workspace.write(SMALL);
    assertThat(FolderText.of(disk.resolve("out"))).isEqualTo(SMALL.files());
  }

  @Test
  void saysThatTheFolderIsReadOnlyAndLeavesItAsItWas() throws Exception {
    Workspace workspace = new Workspace(disk.resolve("out"), "out");
    workspace.write(SMALL);
    mounted.remount("ro");
    FailureException e = catchThrowableOfType(FailureException.class, () -> workspace.write(LARGE));
    assertThat(e.problem().code()).isEqualTo("disk-read-only");
    assertThat(e.problem().hint()).contains("name another folder");
    assertThat(FolderText.of(disk.resolve("out"))).isEqualTo(SMALL.files());
    assertThat(workspace.compare(SMALL)).isEmpty();
  }
}
