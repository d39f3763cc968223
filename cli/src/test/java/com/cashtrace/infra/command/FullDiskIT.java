package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.file.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the work folder is full, or becomes so while real terraform is at work. */
@Timeout(120)
class FullDiskIT {

  private static final String STATE = "PUT /" + StateProject.BUCKET + "/" + StateProject.KEY + "?";

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private SmallProject project;
  private SmallDisk disk;

  @BeforeEach
  void makeAProjectOnASmallDisk() throws Exception {
    BackendTerraform.require();
    project = SmallProject.in(EMULATOR, folder).withoutProvider().bootstrapped();
    disk = SmallDisk.mount(Files.createDirectories(project.work()), "8m");
  }

  @AfterEach
  void unmountIt() throws Exception {
    if (disk != null) {
      disk.unmount();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private Path filler() {
    return project.work().resolve("filler");
  }

  /** Leaves so many bytes. */
  private void fill(int room) throws Exception {
    String script = "cat /dev/zero > '%1$s'; truncate -s -%2$d '%1$s'".formatted(filler(), room);
    assertThat(run("sh", "-c", script)).isZero();
  }

  /**
   * What an apply makes.
   *
   * @param between what is done after the first and before the last
   */
  private void makes(String between) throws IOException {
    project.holds(
        """
        resource "terraform_data" "first" {
          input = "a secret of the state"
        }

        resource "terraform_data" "between" {
          input = terraform_data.first.output
          provisioner "local-exec" {
            command = "%s"
          }
        }

        resource "terraform_data" "last" {
          depends_on = [terraform_data.between]
          input = "last"
        }
        """
            .formatted(between),
        "");
  }

  private void makesAndFillsTheDisk() throws IOException {
    makes("cat /dev/zero > '" + filler() + "' || true");
  }

  private CommandRun apply() {
    return project.run("apply", "development", "--yes");
  }

  @Test
  void plansAndAppliesNothingWithoutRoomAndGoesOnOnceThereIsSome() throws Exception {
    makes("true");
    assertThat(project.run("plan", "development").exitCode()).isZero();
    for (int room : new int[] {0, 4 << 10, 8 << 10}) {
      fill(room);
      CommandRun plan = project.run("plan", "development");
      assertThat(plan.exitCode()).as(room + plan.out() + plan.err()).isEqualTo(1);
      assertThat(plan.err())
          .as("" + room)
          .contains("error[disk-full]", "hint: free some space")
          .doesNotContain("written by this version");
      Files.delete(filler());
    }

    fill(1 << 20);
    CommandRun apply = apply();
    assertThat(apply.exitCode()).as(apply.out() + apply.err()).isEqualTo(1);
    assertThat(apply.err())
        .contains("build/.online/development: error[disk-full]: there are ", " bytes of room here")
        .contains("hint: free some space and run the same command again; nothing was changed");
    assertThat(project.run("audit", "show", "development").out()).doesNotContain(" begun");

    Files.delete(filler());
    assertThat(apply().exitCode()).isZero();
  }

  @Test
  void carriesAPlanOutAlthoughTheDiskBecomesFull() throws Exception {
    makesAndFillsTheDisk();

    CommandRun apply = apply();

    assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
    assertThat(apply.out()).endsWith("\nApply: done, the state passed\n");
    Files.delete(filler());
    assertThat(project.run("plan", "development", "--detailed-exitcode").exitCode()).isZero();
  }

  @Test
  void takesOverWhatWasMadeWhereTheStateFoundRoomNowhere() throws Exception {
    makesAndFillsTheDisk();
    EMULATOR.answer(STATE, 1_000, 403, "AccessDenied");

    CommandRun apply = apply();

    EMULATOR.noFaults();
    assertThat(apply.exitCode()).as(apply.out() + apply.err()).isEqualTo(1);
    assertThat(apply.out())
        .contains("error[disk-full]", "warning[state-cut-off]")
        .contains("hint: free some space and apply again on this machine")
        .doesNotContain("state-left-behind", "a secret of the state");
    Files.delete(filler());
    makes("true");
    CommandRun next = apply();
    assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
    assertThat(next.err())
        .contains("warning[state-cut-off]")
        .contains("warning[made-and-unknown]", "made 'module.network.terraform_data.first'");
    assertThat(next.out()).contains(" imported\n");
  }
}
