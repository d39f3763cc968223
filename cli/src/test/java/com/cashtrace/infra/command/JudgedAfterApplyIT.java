package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.Emulator;
import java.nio.file.Path;
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
