package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two applies at once, from two machines as far as they can tell. */
@Timeout(300)
class ApplyLocksIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  /** One each for all tests: terraform is slow to initialise. */
  @TempDir static Path here;

  @TempDir static Path there;

  @BeforeEach
  void requireTerraform() throws Exception {
    BackendTerraform.require();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3", "both"})
  void theSecondOfTwoIsToldWhoIsAtWork(String locks) throws Exception {
    SmallProject first = project(here, locks).bootstrapped();
    SmallProject second = project(there, locks);
    Path mark = here.resolve("mark");
    Files.deleteIfExists(mark);
    String pause =
        """
        resource "terraform_data" "pause" {
          provisioner "local-exec" {
            command = "touch '%s'; while [ -e '%s' ]; do sleep 0.1; done"
          }
        }
        """
            .formatted(mark, mark);
    first.holds(pause, "");
    second.holds(pause, "");
    Process apply = first.start(List.of(), "apply", "development", "--yes");
    first.await(apply, () -> Files.exists(mark));

    CommandRun refused = second.end(second.start(List.of(), "apply", "development", "--yes"));

    Files.delete(mark);
    CommandRun applied = first.end(apply);
    assertThat(refused.exitCode()).as(refused.out() + refused.err()).isEqualTo(1);
    String kind = locks.equals("dynamodb") ? "dynamodb" : "s3";
    assertThat(refused.err())
        .contains("warning[apply-without-end]: the apply of plan ")
        .contains("error[state-locked]: the state is locked in " + kind + " by ")
        .contains(" (OperationTypeApply), id '")
        .contains("wait until that run has ended; if it is dead, 'state unlock development ID'");
    assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
    CommandRun again = second.run("apply", "development");
    assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("Plan: 0 to add, 0 to change");
  }

  private static SmallProject project(Path folder, String locks) throws Exception {
    String key = "\n  key: " + StateProject.KEY;
    SmallProject project = SmallProject.in(EMULATOR, folder).withoutProvider();
    for (String other : List.of("dynamodb", "s3", "both")) {
      project.says("\n  locks: " + other, "");
    }
    return project.says(key, key + "\n  locks: " + locks);
  }
}
