package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way to AWS fails in the middle of an apply of real terraform, for a while or for good: it is
 * told, nothing is lost, and the next run goes on.
 */
@Timeout(120)
class MidApplyIT {

  private static final String STATE = "PUT /" + StateProject.BUCKET + "/" + StateProject.KEY + "?";

  private static final String LOCK =
      "PUT /" + StateProject.BUCKET + "/" + StateProject.KEY + ".tflock?";

  private static final Pattern PUSH = Pattern.compile("'cashtrace-infra (state push [^']+)'");

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  /** As many tries as there are where nobody says how many. */
  private static final Map<String, String> USUAL = Map.of("AWS_MAX_ATTEMPTS", "5");

  @TempDir Path folder;
  private SmallProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    BackendTerraform.require();
    project = SmallProject.in(EMULATOR, folder).withoutProvider().bootstrapped();
    project.holds(
        """
        resource "terraform_data" "first" {
          input = "first"
        }

        resource "terraform_data" "pause" {
          input = terraform_data.first.output
          provisioner "local-exec" {
            command = "touch '%1$s'; while [ -e '%1$s' ]; do sleep 0.1; done"
          }
        }

        output "first" {
          value = terraform_data.first.output
        }
        """
            .formatted(mark()),
        """
        output "first" {
          value = module.network.first
        }
        """);
  }

  /** Is there while terraform waits in the middle. */
  private Path mark() {
    return folder.resolve("pausing");
  }

  /** An apply that waits in the middle. */
  private CompletableFuture<CommandRun> begun() throws Exception {
    CompletableFuture<CommandRun> apply =
        CompletableFuture.supplyAsync(() -> project.with(USUAL, "apply", "development", "--yes"));
    while (!Files.exists(mark())) {
      assertThat(apply).as(() -> apply.join().toString()).isNotDone();
      Thread.sleep(50);
    }
    return apply;
  }

  private CommandRun ended(CompletableFuture<CommandRun> apply) throws Exception {
    return apply.get(100, TimeUnit.SECONDS);
  }

  /** Terraform tries what it asks of state and lock so often, instead of five times. */
  private void tries(int times) throws IOException {
    Path backend = folder.resolve("templates/aws/backend.tf.j2");
    String text = Files.readString(backend);
    Files.writeString(
        backend, text.replace("encrypt = true", "encrypt = true\n    max_retries = " + times));
  }

  /** What remains to be done is not waited for. */
  private CommandRun next() throws IOException {
    project.holds("resource \"terraform_data\" \"first\" {\n  input = \"first\"\n}\n", "");
    return project.run("apply", "development", "--yes");
  }

  @Test
  void goesOnOverAnOutageOfSeconds() throws Exception {
    CompletableFuture<CommandRun> apply = begun();
    EMULATOR.cutOff("");
    Files.delete(mark());
    Thread.sleep(1_000);
    EMULATOR.noFaults();

    CommandRun run = ended(apply);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).endsWith("\nApply: done, the state passed\n");
  }

  @Test
  void keepsTheStateWhileTheConnectionIsLostAndGoesOnOnceItIsBack() throws Exception {
    tries(2);
    CompletableFuture<CommandRun> apply = begun();
    EMULATOR.cutOff("");
    Files.delete(mark());
    Path left = project.work().resolve("root/errored.tfstate");
    while (!Files.exists(left) && !apply.isDone()) {
      Thread.sleep(50);
    }
    EMULATOR.noFaults();

    CommandRun lost = ended(apply);

    assertThat(lost.exitCode()).as(lost.out() + lost.err()).isEqualTo(1);
    assertThat(lost.out())
        .contains("error[aws-unreachable]", "hint: check the network, the proxy and AWS_ENDPOINT")
        .contains("error[state-not-saved]", "error[state-left-behind]")
        .contains("\ndevelopment: 2 of 2 resources changed\n")
        .doesNotContain("lock-left-behind")
        .endsWith("\nApply: failed; the next run goes on from there\n");
    CommandRun refused = project.run("apply", "development", "--yes");
    assertThat(refused.exitCode()).isEqualTo(1);
    Matcher push = PUSH.matcher(refused.err());
    assertThat(push.find()).as(refused.err()).isTrue();
    CommandRun pushed = project.run(push.group(1).split(" "));
    assertThat(pushed.exitCode()).as(pushed.err()).isZero();

    CommandRun next = next();
    assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
    assertThat(next.out()).contains("\nPlan: 0 to add, 0 to change, 0 to replace, 1 to destroy");
    assertThat(next.err()).doesNotContain("made-and-unknown", "apply-without-end");
  }

  @Test
  void passesWhereAwsThrottlesAFewTimes() throws Exception {
    CompletableFuture<CommandRun> apply = begun();
    EMULATOR.answer(STATE, 2, 503, "SlowDown");
    Files.delete(mark());
    CommandRun state = ended(apply);
    assertThat(state.exitCode()).as(state.out() + state.err()).isZero();
    assertThat(EMULATOR.noFaults()).as("tries").isEqualTo(3);

    EMULATOR.answer("DynamoDB_20120810.PutItem", 2, 400, "ProvisionedThroughputExceededException");
    CommandRun lock = next();
    assertThat(lock.exitCode()).as(lock.out() + lock.err()).isZero();
    assertThat(EMULATOR.noFaults()).as("tries").isGreaterThan(2);

    EMULATOR.answer("", 2, 503, "SlowDown"); // the program's own questions come first
    CommandRun own = project.with(USUAL, "state", "status", "development");
    assertThat(own.exitCode()).as(own.err()).isZero();
  }

  @Test
  void endsSoonWhereAwsThrottlesForEver() throws Exception {
    tries(2);
    EMULATOR.answer(LOCK, 1_000_000, 503, "SlowDown");

    CommandRun lock = project.run("apply", "development", "--yes");

    assertThat(EMULATOR.noFaults()).as("tries").isEqualTo(2);
    assertThat(lock.exitCode()).isEqualTo(1);
    assertThat(lock.err())
        .contains("error[aws-throttled]", "Error acquiring the state lock")
        .contains("hint: wait a minute, then run the same command again");

    EMULATOR.answer("", 1_000_000, 503, "SlowDown");
    CommandRun own = project.with(Map.of("AWS_MAX_ATTEMPTS", "3"), "apply", "development", "--yes");
    assertThat(EMULATOR.noFaults()).as("tries").isEqualTo(3);
    assertThat(own.exitCode()).isEqualTo(1);
    assertThat(own.err())
        .contains("error[aws-throttled]: AWS still throttles sts:GetCallerIdentity after several")
        .contains("hint: wait a minute");
    assertThat(next().exitCode()).isZero();
  }
}
