package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A plan that passed, and a state that tells of a place of which the plan could not know. */
@Timeout(60)
class JudgedAfterApplyIT {

  private static final String TOPIC =
      """
      {"address": "aws_sns_topic.this", "mode": "managed", "type": "aws_sns_topic", "name": "this",
       "provider_name": "registry.terraform.io/hashicorp/aws", "values": {%s}}
      """;

  /** A state as terraform stores it, which tells of another greeting than terraform does here. */
  private static final String STORED =
      """
      {"version": 4, "terraform_version": "1.11.4", "serial": %d, "lineage": "6f3c",
       "outputs": {"greeting": {"value": "stored", "type": "string"}},
       "resources": [
         {"mode": "managed", "type": "aws_sns_topic", "name": "this",
          "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
          "instances": [{"schema_version": 0, "attributes": {
            "arn": "arn:aws:sns:eu-west-1:111122223333:news"%s}}]}]}
      """;

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private ScriptedProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = ScriptedProject.in(EMULATOR, folder).bootstrapped("alpha");
  }

  @Test
  void refusesAStateInAForbiddenPlaceAndSoDoesTheNextPlan() throws Exception {
    String abroad = "\"arn\": \"arn:aws:sns:eu-west-1:111122223333:news\"";
    project.holds(TOPIC.formatted(abroad));

    CommandRun apply = project.run("apply", "alpha", "--yes");

    assertThat(apply.exitCode()).as(apply.err()).isEqualTo(3);
    assertThat(apply.out())
        .contains("Verdict: passed", "alpha: 1 of 1 resources changed")
        .contains("the state: error[approved-places-african]: aws_sns_topic.this is in eu-west-1")
        .contains("\nResidency of the state: african-regions as of 2026-11-22: 2 violation")
        .contains("\nOutputs:\n  greeting = \"hello\"\n")
        .endsWith("\nApply: done, but look above: 3 errors\n");
    assertThat(newest("apply")).contains(" done, 1 changed, state refused");

    project.write("tools/plan.json", unchanged(abroad));
    CommandRun plan = project.run("plan", "alpha");
    assertThat(plan.exitCode()).isEqualTo(3);
    assertThat(plan.out())
        .contains("the plan: error[approved-places-african]: aws_sns_topic.this is in eu-west-1")
        .endsWith("\nVerdict: refused, 2 errors\n");
    assertThat(newest("plan")).contains(" refused: ");
  }

  @Test
  void refusesAStateWhosePlaceNobodyCanTell() throws Exception {
    project.holds(TOPIC.formatted("\"arn\": null"));

    CommandRun apply = project.run("apply", "alpha", "--yes");

    assertThat(apply.exitCode()).as(apply.err()).isEqualTo(3);
    assertThat(apply.out())
        .contains("the state: error[place-unknown]: aws_sns_topic.this is in unknown")
        .contains("\nOutputs:\n  greeting = \"hello\"\n");
    assertThat(newest("apply")).contains(" done, 1 changed, state refused");
  }

  @Test
  void readsTheStateThatTheApplyWrote() throws Exception {
    CommandRun apply = applyWriting(STORED.formatted(1, ""));

    assertThat(apply.exitCode()).as(apply.out() + apply.err()).isEqualTo(3);
    assertThat(apply.out())
        .contains("\nState: serial 1, lineage 6f3c\n")
        .contains("the state: error[approved-places-african]: aws_sns_topic.this is in eu-west-1")
        .contains("\nOutputs:\n  greeting = \"stored\"\n");
  }

  @Test
  void asksTerraformForAStateThatTheApplyDidNotWrite() throws Exception {
    project.stores("alpha", STORED.formatted(1, ""));

    assertShownByTerraform(project.run("apply", "alpha", "--yes"));
  }

  @Test
  void asksTerraformForAStateThatOnlyItsSchemaTells() throws Exception {
    String anyType = ", \"input\": {\"value\": \"v\", \"type\": \"string\"}";

    assertShownByTerraform(applyWriting(STORED.formatted(1, anyType)));
  }

  @Test
  void asksTerraformForAStateOfWhichTheTableKnowsAnother() throws Exception {
    project.notesAnotherDigest("alpha");

    assertShownByTerraform(applyWriting(STORED.formatted(1, "")));
  }

  private static void assertShownByTerraform(CommandRun apply) {
    assertThat(apply.out())
        .contains("\nState: serial 1, lineage 6f3c\n")
        .contains("\nOutputs:\n  greeting = \"hello\"\n");
  }

  /** An apply whose terraform writes a state meanwhile. */
  private CommandRun applyWriting(String state) throws Exception {
    project.does("apply", "touch $here/applying; while [ ! -e $here/go ]; do sleep 0.05; done");
    CompletableFuture<CommandRun> apply =
        CompletableFuture.supplyAsync(() -> project.run("apply", "alpha", "--yes"));
    while (!Files.exists(folder.resolve("tools/applying")) && !apply.isDone()) {
      Thread.sleep(20);
    }
    project.stores("alpha", state);
    Files.createFile(folder.resolve("tools/go"));
    return apply.get(60, TimeUnit.SECONDS);
  }

  private String newest(String kind) {
    return project.run("audit", "show", "alpha", "--kind", kind, "--limit", "1").out();
  }

  /** A plan that changes nothing of a topic. */
  private static String unchanged(String values) {
    return """
    {"format_version": "1.2", "terraform_version": "1.11.4", "complete": true,
     "planned_values": {"root_module": {"resources": [%1$s]}},
     "prior_state": {"format_version": "1.0", "values": {"root_module": {"resources": [%1$s]}}},
     "resource_changes": [
       {"address": "aws_sns_topic.this", "mode": "managed", "type": "aws_sns_topic",
        "name": "this", "provider_name": "registry.terraform.io/hashicorp/aws",
        "change": {"actions": ["no-op"], "before": {%2$s}, "after": {%2$s},
                   "after_unknown": {}}}],
     "configuration": {"root_module": {}}}
    """
        .formatted(TOPIC.formatted(values), values);
  }
}
