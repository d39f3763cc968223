package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What refuses a plan, as somebody meets it who plans and applies. */
@Timeout(60)
class PlanRefusalsIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private ScriptedProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = ScriptedProject.in(EMULATOR, folder).bootstrapped("alpha");
  }

  private String plan() {
    CommandRun plan = project.run("plan", "alpha");
    assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
    return plan.out().replaceAll("(?s).*\nKept: (\\S+) at .*", "$1");
  }

  @Test
  void refusesAPlanThatAnotherTerraformShowsInAnotherWay() throws Exception {
    String name = plan();
    Path json = folder.resolve("tools/plan.json");
    Files.writeString(json, Files.readString(json).replace("\"1.11.4\"", "\"1.12.0\""));

    CommandRun apply = project.run("apply", "alpha", "--plan", name);

    assertThat(apply.exitCode()).isEqualTo(3);
    assertThat(apply.out())
        .contains("error[plan-shown-differently]: terraform shows the plan in another way")
        .contains("hint: apply with the terraform that planned, 1.11.4")
        .endsWith("\nVerdict: refused, 1 error\n");
    assertThat(project.run("audit", "show", "alpha").out()).doesNotContain(" begun");
  }

  @Test
  void makesNoPlanOfAStateThatChangesMeanwhile() throws Exception {
    project.does("plan", "touch $here/planning; while [ ! -e $here/go ]; do sleep 0.05; done");
    CompletableFuture<CommandRun> plan =
        CompletableFuture.supplyAsync(() -> project.run("apply", "alpha", "--yes"));
    while (!Files.exists(folder.resolve("tools/planning"))) {
      Thread.sleep(20);
    }
    project.stores("alpha", 3, "6f3c");
    Files.createFile(folder.resolve("tools/go"));

    CommandRun overtaken = plan.get(60, TimeUnit.SECONDS);

    assertThat(overtaken.exitCode()).isEqualTo(1);
    assertThat(overtaken.err())
        .contains("error[plan-overtaken]: the state went from serial 0 to 3 while the plan was")
        .contains("hint: somebody else has applied something; plan again");
    assertThat(project.run("audit", "show", "alpha").out()).doesNotContain("plan  ", " begun");
    assertThat(project.run("apply", "alpha", "--yes").exitCode()).isZero();
  }

  @Test
  void asksForMoreDigitsWhereTheFirstOnesMeanTwoPlans() {
    String name = plan();
    try (Aws aws = project.aws()) {
      for (S3Object object :
          aws.s3()
              .listObjectsV2(b -> b.bucket(ScriptedProject.BUCKET).prefix("plans/" + name))
              .contents()) {
        aws.s3()
            .copyObject(
                b ->
                    b.sourceBucket(ScriptedProject.BUCKET)
                        .sourceKey(object.key())
                        .destinationBucket(ScriptedProject.BUCKET)
                        .destinationKey(object.key().replaceFirst("[0-9a-f]{8}/", "00000000/")));
      }
    }

    CommandRun apply = project.run("apply", "alpha", "--plan", name);

    assertThat(apply.exitCode()).isEqualTo(3);
    assertThat(apply.err())
        .contains("error[plan-ambiguous]: the ids of 2 plans begin with '" + name.substring(6))
        .containsPattern("hint: give more digits: [0-9a-f]{64}, [0-9a-f]{64}\n");
    String whole = apply.err().replaceAll("(?s).*digits: (?:[0-9a-f]{56}0{8}, )?(\\w{64}).*", "$1");
    assertThat(project.run("apply", "alpha", "--plan", "alpha/" + whole).exitCode()).isZero();
  }

  @Test
  void isNotFooledByAClockThatGoesWrong() {
    EMULATOR.tellsATimeOff(3 * 3600 + 20 * 60 + 30);
    CommandRun behind = project.run("apply", "alpha", "--yes");
    assertThat(behind.exitCode()).isEqualTo(1);
    assertThat(behind.err())
        .contains("error[aws-clock-skew]: the clock of this machine is 3 h 20 min behind that of")
        .contains("hint: set the clock, best by a time service; the trail and the age of plans");

    EMULATOR.tellsATimeOff(-6 * 60);
    CommandRun ahead = project.run("drift", "alpha");
    assertThat(ahead.exitCode()).isEqualTo(1);
    assertThat(ahead.err()).containsPattern("machine is 6 min \\d+ s ahead of that of AWS");

    EMULATOR.noFaults();
    EMULATOR.tellsATimeOff(240); // what AWS takes is taken
    String name = plan();

    Clock early = Clock.offset(CommandRun.CLOCK, Duration.ofHours(-5));
    CommandRun apply =
        CommandRun.at(early, project.variables(), folder, "apply", "alpha", "--plan", name);
    assertThat(apply.exitCode()).isEqualTo(3);
    assertThat(apply.err())
        .contains("error[plan-not-yet-made]: the plan was made at 2026-11-22T12");
  }

  @Test
  void tellsHowFarTheClockIsOffWhereAwsRefuses() {
    project.variables(); // signs in, which would fail as well
    EMULATOR.answer("POST /?", 1000, 403, "RequestTimeTooSkewed");

    CommandRun run = project.run("plan", "alpha");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("error[aws-clock-skew]: AWS refuses sts:GetCallerIdentity: the clock of this")
        .contains("hint: set the clock");
  }
}
