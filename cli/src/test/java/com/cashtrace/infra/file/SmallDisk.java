package com.cashtrace.infra.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk of its own at a folder.
 *
 * @param folder where it is mounted
 */
public record SmallDisk(Path folder) {

  /**
   * Mounts one. In CI it has to be possible, as root or by sudo; elsewhere the test says why it is
   * skipped.
   *
   * @param size such as {@code 4m}
   */
  public static SmallDisk mount(Path folder, String size) throws IOException, InterruptedException {
    SmallDisk disk = new SmallDisk(folder);
    Object owner = Files.getAttribute(folder, "unix:uid");
    String options = "size=" + size + ",mode=700,uid=" + owner;
    boolean mounted =
        disk.root("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()) == 0;
    if (System.getenv("CI") == null) {
      assumeThat(mounted).as("this system lets the user mount a tmpfs").isTrue();
    }
    assertThat(mounted).as("the user may mount a tmpfs").isTrue();
    return disk;
  }

  /** Changes an option, such as {@code size=48k} or {@code ro}. */
  public void remount(String option) throws IOException, InterruptedException {
    assertThat(root("mount", "-o", "remount," + option, folder.toString())).isZero();
  }

  /** Takes it away. */
  public void unmount() throws IOException, InterruptedException {
    assertThat(root("umount", folder.toString())).isZero();
  }

  private int root(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(words));
    if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      command.addAll(0, List.of("sudo", "-n"));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
