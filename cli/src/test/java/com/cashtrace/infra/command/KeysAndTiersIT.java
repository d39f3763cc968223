package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What refuses a command before terraform is asked: a tier, a file that is not there, a key. */
@Timeout(60)
class KeysAndTiersIT {

  private static final String ALIAS = "alias/" + ScriptedProject.BUCKET;

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private ScriptedProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = ScriptedProject.in(EMULATOR, folder);
  }

  @Test
  void neverDestroysProductionAndAppliesApprovedPlansOnly() throws Exception {
    Files.writeString(
        folder.resolve("environments/alpha.yaml"), OnlineProject.spec("alpha", "production", 1));

    CommandRun destroy = project.run("destroy", "alpha", "--yes");
    assertThat(destroy.exitCode()).as(destroy.err()).isEqualTo(3);
    assertThat(destroy.err())
        .contains("error[destroy-production]: environment 'alpha' is of tier 'production'")
        .contains("hint: take components out of its spec one by one");
    CommandRun apply = project.run("apply", "alpha", "--yes");
    assertThat(apply.exitCode()).isEqualTo(3);
    assertThat(apply.err())
        .contains("error[DEPLOY_APPROVAL_REQUIRED]", "'apply alpha --plan PLAN'");
    assertThat(EMULATOR.noFaults()).as("nothing was written").isZero();
  }

  @Test
  void tellsThatAFileOrAKeyIsMissingOrOfAnotherKind() {
    project.bootstrapped("alpha");
    CommandRun push = project.run("state", "push", "alpha", "nowhere.tfstate");
    assertThat(push.exitCode()).isEqualTo(64);
    assertThat(push.err())
        .contains("error[state-file-missing]: there is no file 'nowhere.tfstate'")
        .contains("hint: terraform leaves errored.tfstate in the folder that it ran in");

    try (Aws aws = project.aws()) {
      String other = aws.kms().createKey(b -> b.description("of no use")).keyMetadata().keyId();
      aws.kms().updateAlias(b -> b.aliasName(ALIAS + "-audit-alpha").targetKeyId(other));
      aws.kms().deleteAlias(b -> b.aliasName(ALIAS));
    }
    CommandRun plan = project.run("plan", "alpha");
    assertThat(plan.exitCode()).isEqualTo(1);
    assertThat(plan.err())
        .contains("error[trail-key-unusable]: the key '" + ALIAS + "-audit-alpha' is no ECDSA key")
        .contains("hint: give the alias another name and run 'state bootstrap'");
    CommandRun doctor = project.run("doctor", "alpha");
    assertThat(doctor.exitCode()).isEqualTo(3);
    assertThat(doctor.out())
        .contains("there is no key '" + ALIAS + "' to encrypt the state with")
        .contains("run 'state bootstrap alpha'");
  }
}
