package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong in the middle of an apply, with real terraform: after each fault it is told what
 * is true and what to do next, nothing is lost, and the next run goes on.
 */
@Timeout(300)
class ApplyFaultsIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  /** One for all tests: terraform is slow to initialise. */
  @TempDir static Path folder;

  private static final String FIRST = "development-first";

  private static final String STATE_WRITE =
      "PUT /" + StateProject.BUCKET + "/" + StateProject.KEY + "?";

  private static final Pattern PUSH =
      Pattern.compile("'cashtrace-infra (?<command>state push development (?<file>\\S+))'");

  /** A resource, then a pause, then another one. */
  private static final String PAUSING =
      """
      %s

      resource "terraform_data" "pause" {
        input = %s.first.id
        provisioner "local-exec" {
          command = "touch '%s'; sleep %d"
        }
      }

      %s

      output "last" {
        value = %s
      }
      """;

  private static final String OUTPUT =
      """
      output "last" {
        value = module.network.last
      }
      """;

  private SmallProject project;

  @BeforeEach
  void requireTerraform() throws Exception {
    BackendTerraform.require();
  }

  /** A bucket, then a pause, then a parameter. */
  private void pausingInAws(int seconds) throws Exception {
    begin(SmallProject.in(EMULATOR, folder.resolve("aws")));
    String bucket =
        """
        resource "aws_s3_bucket" "first" {
          bucket = "%s"
        }
        """
            .formatted(FIRST);
    String parameter =
        """
        resource "aws_ssm_parameter" "last" {
          depends_on = [terraform_data.pause]
          name = "/development/last"
          type = "String"
          value = "a value"
        }
        """;
    project.holds(
        PAUSING.formatted(
            bucket, "aws_s3_bucket", mark(), seconds, parameter, "aws_ssm_parameter.last.name"),
        OUTPUT);
  }

  /** The same without anything in AWS, for what has to do with the state alone. */
  private void pausing(int seconds) throws Exception {
    begin(SmallProject.in(EMULATOR, folder.resolve("nothing")).withoutProvider());
    String first = "resource \"terraform_data\" \"first\" {}";
    String last =
        """
        resource "terraform_data" "last" {
          depends_on = [terraform_data.pause]
          input = "/development/last"
        }
        """;
    project.holds(
        PAUSING.formatted(
            first, "terraform_data", mark(), seconds, last, "terraform_data.last.output"),
        OUTPUT);
  }

  /** Begins with a project in which no earlier test left a state that it could not upload. */
  private void begin(SmallProject begun) throws IOException {
    Files.deleteIfExists(mark());
    if (project != null) {
      return;
    }
    project = begun.bootstrapped();
    try (Stream<Path> left = Files.walk(project.folder())) {
      for (Path file : left.filter(path -> path.toString().endsWith(".tfstate")).toList()) {
        if (file.toString().contains("errored")) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path mark() {
    return folder.resolve("pausing");
  }

  @Test
  void terraformGoesOnIfWeAreKilledAndTheNextRunTellsOfIt() throws Exception {
    pausing(4);
    Process process = project.start(List.of(), "apply", "development", "--yes");
    project.await(process, this::isPausing);
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    assertThat(isLocked()).as("terraform is at work").isTrue();

    project.await(null, () -> !isLocked());

    CommandRun next = project.run("apply", "development");
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.err())
        .contains("warning[apply-without-end]: the apply of plan ", "begun by infra-apply on ");
    assertThat(next.out())
        .contains("Plan: 0 to add, 0 to change, 0 to replace, 0 to destroy")
        .contains("last = \"/development/last\"")
        .endsWith("\nApply: done, the state passed\n");
    assertThat(project.run("apply", "development").err()).doesNotContain("apply-without-end");
  }

  @Test
  void tellsTheLockThatAKilledTerraformLeft() throws Exception {
    pausingInAws(60);
    Process process = project.start(List.of(), "apply", "development", "--yes");
    project.await(process, this::isPausing);
    ProcessHandle terraform =
        process.descendants().filter(ApplyFaultsIT::isTerraform).findFirst().orElseThrow();
    List<ProcessHandle> below = terraform.descendants().toList();
    terraform.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);

    CommandRun killed = project.end(process);

    assertThat(killed.exitCode()).isEqualTo(1);
    assertThat(killed.out())
        .contains("'terraform apply' was ended by signal 9")
        .contains("warning[lock-left-behind]: the state is still locked in s3 by ")
        .contains("Apply: failed; the next run goes on from there");
    Matcher unlock =
        Pattern.compile("state unlock development (?<id>[0-9a-f-]{36})").matcher(killed.out());
    assertThat(unlock.find()).isTrue();
    CommandRun locked = project.run("apply", "development", "--yes");
    assertThat(locked.exitCode()).isEqualTo(1);
    assertThat(locked.err()).contains("error[state-locked]: the state is locked in ");
    assertThat(project.run("audit", "show", "development").out())
        .contains("failed, 1 changed, state passed");

    String id = unlock.group("id");
    assertThat(project.run("state", "unlock", "development", id).exitCode()).isZero();
    pausingInAws(0);
    CommandRun next = project.run("apply", "development", "--yes");
    assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
    assertThat(next.err())
        .contains(
            "an apply that was killed made 'module.network.aws_s3_bucket.first', and the state does not")
        .contains(
            "an apply that was killed had begun to make 'module.network.terraform_data.pause'");
    assertThat(next.out()).contains("1 imported", "last = \"/development/last\"");
    assertThat(project.run("apply", "development").err()).doesNotContain("made-and-unknown");
  }

  @Test
  void keepsAStateThatCannotBeUploadedUntilItIsPushed() throws Exception {
    pausing(0);
    EMULATOR.answer(STATE_WRITE, 1_000, 403, "AccessDenied");

    CommandRun failed = project.run("apply", "development", "--yes");

    EMULATOR.noFaults();
    assertThat(failed.exitCode()).as(failed.out() + failed.err()).isEqualTo(1);
    assertThat(failed.out())
        .contains("error[state-not-saved]", "error[state-left-behind]")
        .doesNotContain("terraform state push", "lock-left-behind");
    Matcher push = PUSH.matcher(failed.out());
    assertThat(push.find()).as(failed.out()).isTrue();
    Path kept = project.folder().resolve(push.group("file"));
    assertThat(mode(kept)).isEqualTo("rw-------");
    assertThat(mode(kept.getParent())).isEqualTo("rwx------");
    assertThat(project.work().resolve("root/errored.tfstate")).doesNotExist();

    CommandRun refused = project.run("apply", "development", "--yes");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("error[state-left-behind]", push.group("command"));

    assertThat(project.run(push.group("command").split(" ")).exitCode()).isZero();
    CommandRun next = project.run("apply", "development");
    assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
    assertThat(next.out()).contains("Plan: 0 to add");
    assertThat(kept).as("the bucket has it").doesNotExist();
  }

  @Test
  void tellsThatTheCredentialsExpiredAndLosesNothing() throws Exception {
    pausingInAws(5);
    CompletableFuture<CommandRun> apply =
        CompletableFuture.supplyAsync(() -> project.run("apply", "development", "--yes"));
    project.await(null, () -> apply.isDone() || isPausing());
    EMULATOR.answer("", 1_000_000, 400, "ExpiredToken");

    CommandRun failed = apply.get(120, TimeUnit.SECONDS);

    EMULATOR.noFaults();
    assertThat(failed.exitCode()).as(failed.out() + failed.err()).isEqualTo(1);
    assertThat(failed.out())
        .contains("error[aws-credentials-expired]", "sign in again")
        .contains("error[state-left-behind]", "error[audit-not-recorded]");
    Matcher push = PUSH.matcher(failed.out());
    assertThat(push.find()).isTrue();

    CommandRun locked = project.run("apply", "development", "--yes");
    assertThat(locked.err()).contains("warning[apply-without-end]", "error[state-locked]");
    Matcher lock = Pattern.compile("id '(?<id>[0-9a-f-]{36})'").matcher(locked.err());
    assertThat(lock.find()).isTrue();
    assertThat(project.run("state", "unlock", "development", lock.group("id")).exitCode()).isZero();
    assertThat(project.run(push.group("command").split(" ")).exitCode()).isZero();
    pausingInAws(0);
    CommandRun next = project.run("apply", "development", "--yes");
    assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
    assertThat(next.out()).contains("last = \"/development/last\"");
  }

  @Test
  void letsTerraformFinishWhatIsUnderWayAfterAnInterrupt() throws Exception {
    pausing(60);
    Process process = project.start(List.of(), "apply", "development", "--yes");
    project.await(process, this::isPausing);
    signal("INT", String.valueOf(process.pid()));

    CommandRun interrupted = project.end(process);

    assertThat(interrupted.exitCode()).as(interrupted.out()).isEqualTo(130);
    assertThat(interrupted.out())
        .contains("development: 1 of 3 resources changed", "error[state-not-judged]")
        .endsWith("Apply: interrupted; the next run goes on from there\n");
    assertThat(isLocked()).isFalse();
    assertThat(project.run("audit", "show", "development").out())
        .contains("interrupted, 1 changed, state not judged");
    pausing(0);
    CommandRun next = project.run("apply", "development", "--yes");
    assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
    assertThat(next.err()).doesNotContain("apply-without-end");
  }

  @Test
  void recordsTheEndAlsoAfterTwoInterruptsOfTheWholeGroup() throws Exception {
    boolean there = Files.isExecutable(Path.of("/usr/bin/setsid"));
    assumeThat(there || System.getenv("CI") != null).as("setsid is part of Linux").isTrue();
    pausing(60);
    Process process = project.start(List.of("setsid"), "apply", "development", "--yes");
    project.await(process, this::isPausing);
    EMULATOR.slowDown(""); // so that it has not ended by the time of the second
    signal("INT", "-" + process.pid());
    Thread.sleep(300);
    signal("INT", "-" + process.pid());
    EMULATOR.noFaults();

    CommandRun interrupted = project.end(process);

    assertThat(interrupted.exitCode()).as(interrupted.out()).isEqualTo(130);
    assertThat(project.run("audit", "show", "development").out())
        .contains("interrupted, 1 changed, state not judged");
  }

  /** True once the bucket is there and nothing happens for a while. */
  private boolean isPausing() {
    return Files.exists(mark());
  }

  private static boolean isTerraform(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/terraform");
  }

  private boolean isLocked() {
    try (Aws aws = project.aws()) {
      return aws.s3()
          .listObjectsV2(b -> b.bucket(StateProject.BUCKET).prefix(StateProject.KEY + ".tflock"))
          .hasContents();
    }
  }

  private static void signal(String name, String target) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "--", target).inheritIO().start().waitFor())
        .isZero();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
