package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an apply left on this machine or in the account, and what the next commands make of it. */
@Timeout(60)
class LeftBehindIT {

  private static final String THING =
      """
      {"address": "terraform_data.this", "mode": "managed", "type": "terraform_data",
       "name": "this", "provider_name": "terraform.io/builtin/terraform", "values": {"id": "i-1"}}
      """;

  /** What terraform says where AWS knows nothing of what is to be imported. */
  private static final String NO_IMPORT =
      """
      if [ -e left_imports.tf ]; then
        echo '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"Cannot import non-existent remote object","detail":"","address":"terraform_data.this"}}'
        exit 1
      fi
      """;

  private static final String STALE =
      """
      echo '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"Error refreshing state","detail":"state data in S3 does not have the expected content."}}'
      exit 1
      """;

  private static final Pattern RESTORE =
      Pattern.compile("'cashtrace-infra (state restore alpha [^' ]+)' has the table note");

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private ScriptedProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = ScriptedProject.in(EMULATOR, folder).bootstrapped("alpha");
  }

  private CommandRun apply() {
    return project.run("apply", "alpha", "--yes");
  }

  /** An apply whose state of serial 2 could not be uploaded. */
  private Path leaveAState() throws Exception {
    project.stores("alpha", 1, "6f3c");
    project.write("left.json", ScriptedProject.stateFile(2, "6f3c"));
    project.does("apply", "cp '" + folder.resolve("left.json") + "' errored.tfstate; exit 1");
    assertThat(apply().out()).contains("error[state-left-behind]: this state is the only one");
    project.does("apply", "");
    try (Stream<Path> kept = Files.list(project.work("alpha").resolve("errored"))) {
      return kept.findFirst().orElseThrow();
    }
  }

  @Test
  void plansNothingBeforeALeftStateWasUploaded() throws Exception {
    Path kept = leaveAState();

    for (String command : new String[] {"plan", "apply", "destroy"}) {
      CommandRun run = project.run(command, "alpha");
      assertThat(run.exitCode()).as(command).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("error[state-left-behind]")
          .contains("upload it by 'cashtrace-infra state push alpha " + folder.relativize(kept));
    }
    CommandRun drift = project.run("drift", "alpha");
    assertThat(drift.exitCode()).as("the state tells less than there is").isEqualTo(3);
    assertThat(drift.out()).contains("error[state-left-behind]", "state push alpha build/.online");
    String file = folder.relativize(kept).toString();
    assertThat(project.run("state", "push", "alpha", file).exitCode()).isZero();
    assertThat(project.run("drift", "alpha").exitCode()).isZero();
    assertThat(kept).as("the bucket has it").doesNotExist();
    assertThat(project.run("plan", "alpha").exitCode()).isZero();
  }

  @Test
  void goesOnBesideALeftStateThatWasOvertaken() throws Exception {
    Path kept = leaveAState();
    project.stores("alpha", 5, "6f3c");

    CommandRun plan = project.run("plan", "alpha");
    CommandRun apply = apply();

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out())
        .contains("warning[state-left-behind]: this state was never uploaded, and cannot be any")
        .contains("by now the bucket has a later state without it")
        .contains("hint: compare it with 'terraform show', adopt what only it knows");
    assertThat(apply.exitCode()).as(apply.err()).isZero();
    assertThat(apply.err()).contains("the bucket has a later state without it");
    assertThat(kept).as("nothing is lost").hasContent(ScriptedProject.stateFile(2, "6f3c"));
    CommandRun push = project.run("state", "push", "alpha", folder.relativize(kept).toString());
    assertThat(push.exitCode()).isEqualTo(1);
    assertThat(push.err()).contains("error[state-serial]", "nothing was changed");
  }

  @Test
  void goesOnBesideALeftStateOfAnotherLineage() throws Exception {
    Path kept = leaveAState();
    project.stores("alpha", 1, "77aa");

    CommandRun apply = apply();

    assertThat(apply.exitCode()).as(apply.err()).isZero();
    assertThat(apply.err())
        .contains("warning[state-left-behind]", "it is no state of this environment");
    assertThat(kept).exists();
    CommandRun push = project.run("state", "push", "alpha", folder.relativize(kept).toString());
    assertThat(push.err()).contains("error[state-lineage]", "nothing was changed");
  }

  @Test
  void takesNoStateThatBreaksOffForAWholeOne() throws Exception {
    project.stores("alpha", 1, "6f3c");
    String whole = ScriptedProject.stateFile(2, "6f3c");
    project.write("left.json", whole.substring(0, whole.length() - 10));
    project.does("apply", "cp '" + folder.resolve("left.json") + "' errored.tfstate; exit 1");

    CommandRun apply = apply();

    assertThat(apply.exitCode()).isEqualTo(1);
    assertThat(apply.out())
        .contains("warning[state-cut-off]: an apply of 'alpha' could neither upload its state nor")
        .doesNotContain("state push");
    CommandRun push = project.run("state", "push", "alpha", "left.json");
    assertThat(push.exitCode()).isEqualTo(1);
    assertThat(push.err()).contains("error[state-unreadable]", "or not all of one");
    assertThat(project.run("plan", "alpha").out()).contains("warning[state-cut-off]");
  }

  @Test
  void namesTheCommandThatMendsAStaleDigest() throws Exception {
    project.stores("alpha", 1, "6f3c");
    project.notesAnotherDigest("alpha");
    project
        .does("plan", STALE)
        .does("show", "echo 'state data in S3 does not have the expected content' >&2; exit 1");

    CommandRun apply = apply();

    assertThat(apply.exitCode()).isEqualTo(1);
    Matcher restore = RESTORE.matcher(apply.err());
    assertThat(restore.find()).as(apply.err()).isTrue();
    assertThat(apply.err()).contains("error[state-digest-differs]").doesNotContain("doctor");
    assertThat(project.run("outputs", "alpha").err()).contains(restore.group());
    assertThat(project.run("drift", "alpha").err()).contains(restore.group());
    assertThat(project.run(restore.group(1).split(" ")).exitCode()).isZero();
    assertThat(project.run("state", "status", "alpha").out()).doesNotContain("note ");
    project.does("plan", "").does("show", "");
    assertThat(apply().exitCode()).isZero();
  }

  private void killTheApply() throws Exception {
    project.does("apply", "said apply_start; said apply_complete; kill -9 $$");
    assertThat(apply().out()).contains("'terraform apply' was ended by signal 9");
    project.does("apply", "");
  }

  @Test
  void plansWithoutWhatAwsDoesNotLetItTakeOver() throws Exception {
    killTheApply();
    String plan = project.run("plan", "alpha").out().replaceAll("(?s).*\nKept: (\\S+) at .*", "$1");
    CommandRun older = project.run("apply", "alpha", "--plan", plan);
    assertThat(older.exitCode()).isEqualTo(3);
    assertThat(older.err()).contains("error[plan-knows-less]", "hint: plan again");

    project.does("plan", NO_IMPORT);
    CommandRun next = apply();

    assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
    assertThat(next.err())
        .contains("warning[made-and-unknown]: an apply that was killed made 'terraform_data.this'")
        .contains("warning[made-not-taken-over]: terraform: terraform_data.this: Cannot import")
        .contains("hint: the plan was made without taking over; adopt it in the spec, or remove");
    assertThat(apply().err()).doesNotContain("made-");
  }

  @Test
  void destroysNothingBeforeAllThatWasMadeIsKnown() throws Exception {
    killTheApply();

    CommandRun destroy = project.run("destroy", "alpha", "--yes");
    assertThat(destroy.exitCode()).isEqualTo(3);
    assertThat(destroy.err())
        .contains("error[destroy-knows-less]: an apply that was killed made 'terraform_data.this'")
        .contains("('i-1'), which a destroy would leave")
        .contains("hint: 'cashtrace-infra apply alpha' takes it over; then destroy");
    assertThat(project.run("destroy", "alpha", "--yes").exitCode()).isEqualTo(3);

    assertThat(apply().exitCode()).isZero();
    assertThat(project.run("destroy", "alpha", "--yes").exitCode()).isZero();
  }

  @Test
  void tellsWhatIsLeftAfterADestroy() throws Exception {
    project.holds(THING);

    CommandRun destroy = project.run("destroy", "alpha", "--yes");

    assertThat(destroy.exitCode()).isEqualTo(3);
    assertThat(destroy.out())
        .contains("error[destroy-left-over]: 'terraform_data.this' is still in the state")
        .contains("hint: run destroy again")
        .endsWith("\nDestroy: done, but look above: 1 error\n");
    project.holds("");
    assertThat(project.run("destroy", "alpha", "--yes").exitCode()).isZero();
  }
}
