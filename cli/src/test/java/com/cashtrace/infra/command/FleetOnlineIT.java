package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.report.ReportSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Commands that change or look at several environments of an account at once. */
@Timeout(120)
class FleetOnlineIT {

  private static final String ABROAD =
      """
      {"address": "aws_sns_topic.this", "mode": "managed", "type": "aws_sns_topic", "name": "this",
       "provider_name": "registry.terraform.io/hashicorp/aws",
       "values": {"arn": "arn:aws:sns:eu-west-1:111122223333:news", "region": "eu-west-1"}}
      """;

  private static final String DRIFTED =
      """
      {"format_version": "1.2", "terraform_version": "1.11.4", "complete": true,
       "planned_values": {"root_module": {}},
       "prior_state": {"format_version": "1.0", "values": {"root_module": {}}},
       "resource_drift": [
         {"address": "aws_sns_topic.this", "mode": "managed", "type": "aws_sns_topic",
          "name": "this", "provider_name": "registry.terraform.io/hashicorp/aws",
          "change": {"actions": ["delete"], "before": {"name": "news"}, "after": null}}],
       "configuration": {"root_module": {}}}
      """;

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  @TempDir Path folder;
  private ScriptedProject project;

  @BeforeEach
  void makeAProject() throws Exception {
    project = ScriptedProject.in(EMULATOR, folder).bootstrapped("alpha", "beta", "gamma");
  }

  @Test
  void appliesAllThoughOneFailsAndOneIsRefused() throws Exception {
    project.does("beta-apply", "echo out of order >&2; exit 1");

    CommandRun failed = project.run("apply", "--all", "--yes");

    assertThat(failed.exitCode()).as(failed.err()).isEqualTo(1);
    assertThat(failed.out())
        .containsSubsequence(
            "alpha, planned by",
            "\nalpha: 1 of 1 resources changed\n",
            "\nApply: done, the state passed\n\nbeta, planned by",
            "error[terraform-error]: terraform: 'terraform apply' failed",
            "out of order",
            "\nbeta: 0 of 1 resources changed\n",
            "\nApply: failed; the next run goes on from there\n\ngamma, planned by",
            "\nApply: done, the state passed\n");
    assertThat(failed.err()).endsWith("3 environments: 2 done, 1 failed\n");
    assertThat(newest("alpha")).contains(" done, 1 changed, state passed");
    assertThat(newest("beta")).contains(" failed, 0 changed, state passed");
    assertThat(newest("gamma")).contains(" done, 1 changed, state passed");

    project.does("beta-apply", "");
    project.destroysAStore("gamma");
    JsonNode fleet = json(project.run("apply", "--all", "--yes", "--format", "json"), 3);
    assertThat(fleet.at("/environments/1/result/outcome").asText()).isEqualTo("done");
    assertThat(fleet.at("/environments/2/exitCode").asInt()).isEqualTo(3);
    assertThat(fleet.at("/environments/2/result/problems/0/code").asText())
        .isEqualTo("destroys-store");
    assertThat(newest("gamma")).contains("plan ", " refused: ");

    CommandRun asked = project.run("apply", "alpha", "beta");
    assertThat(asked.exitCode()).as("a question that nobody could answer").isEqualTo(64);
    CommandRun destroyed = project.run("destroy", "alpha", "beta", "--yes");
    assertThat(destroyed.exitCode()).isEqualTo(64);
    assertThat(destroyed.err()).contains("destroy goes with one ENV");
  }

  private String newest(String environment) {
    return project.run("audit", "show", environment).out().lines().findFirst().orElse("");
  }

  private static JsonNode json(CommandRun run, int exitCode) throws Exception {
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    JsonNode fleet = new ObjectMapper().readTree(run.out());
    assertThat(ReportSchema.violations("fleet", fleet)).isEmpty();
    assertThat(fleet.path("exitCode").asInt()).isEqualTo(exitCode);
    assertThat(fleet.path("environments")).hasSize(3);
    return fleet;
  }

  @Test
  void looksAtAllAndEndsWithTheCodeThatWeighsMost() throws Exception {
    assertThat(project.run("drift", "--all", "--detailed-exitcode").exitCode()).isZero();
    assertThat(project.run("outputs", "--all").out())
        .isEqualTo(
            """
            alpha
              greeting = "hello"

            beta
              greeting = "hello"

            gamma
              greeting = "hello"
            """);

    project.write("tools/beta-plan.json", DRIFTED);
    CommandRun drifted = project.run("drift", "--all", "--detailed-exitcode");
    assertThat(drifted.exitCode()).as(drifted.out()).isEqualTo(2);
    assertThat(drifted.err()).endsWith("3 environments: 2 done, 1 done with changes\n");
    assertThat(project.run("drift", "--all").exitCode()).isZero();

    project.write("tools/gamma-plan.json", abroad());
    JsonNode fleet =
        json(project.run("drift", "--all", "--detailed-exitcode", "--format", "json"), 3);
    assertThat(fleet.at("/environments/1/result/drifted/0/address").asText())
        .isEqualTo("aws_sns_topic.this");
    assertThat(fleet.at("/environments/2/exitCode").asInt()).isEqualTo(3);

    project.does("alpha-plan", "exit 1").does("alpha-show", "echo no state >&2; exit 1");
    tellsOfTheOthersToo();
  }

  /** One fails; of the others one has drifted and one is abroad. */
  private void tellsOfTheOthersToo() {
    CommandRun failed = project.run("drift", "--all", "--detailed-exitcode");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out())
        .containsSubsequence("beta, refreshed by", "\n\ngamma, refreshed by", "eu-west-1")
        .doesNotContain("alpha");
    assertThat(failed.err())
        .contains("alpha:\nerror[terraform-error]: ")
        .endsWith("3 environments: 1 done with changes, 1 with findings, 1 failed\n");
    CommandRun outputs = project.run("outputs", "gamma", "alpha", "beta");
    assertThat(outputs.exitCode()).isEqualTo(1);
    assertThat(outputs.out()).startsWith("beta\n").contains("\ngamma\n").doesNotContain("alpha");
    assertThat(outputs.err()).contains("alpha:\nerror[", "no state").endsWith(" 1 failed\n");
  }

  /** A refresh that finds something where it must not be. */
  private static String abroad() {
    String values = "{\"root_module\": {\"resources\": [" + ABROAD + "]}}";
    return """
    {"format_version": "1.2", "terraform_version": "1.11.4", "complete": true,
     "planned_values": %1$s,
     "prior_state": {"format_version": "1.0", "values": %1$s},
     "resource_changes": [], "configuration": {"root_module": {}}}
    """
        .formatted(values);
  }
}
