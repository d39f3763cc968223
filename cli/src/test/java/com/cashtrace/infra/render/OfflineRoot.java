package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.OfflineOverride;
import com.cashtrace.infra.terraform.PlanMode;
import com.cashtrace.infra.terraform.PlanRun;
import com.cashtrace.infra.terraform.ProviderConfiguration;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.terraform.TerraformOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A rendered root that real terraform plans with the real provider and without an account.
 *
 * @param folder which holds it
 */
record OfflineRoot(Path folder) {

  /** Renders an environment into a folder. */
  static OfflineRoot of(Path folder, Environment environment) throws IOException {
    RenderedTree tree = SampleEnvironments.renderer().render(environment);
    for (Map.Entry<String, String> file : tree.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    String override = OfflineOverride.text(List.of(new ProviderConfiguration(null)));
    Files.writeString(folder.resolve(OfflineOverride.FILE), override);
    return new OfflineRoot(folder);
  }

  /**
   * The plan as {@code terraform show -json} tells it.
   *
   * @param program the terraform that makes it
   */
  JsonNode plan(Path program) {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.remove("TF_WORKSPACE");
    TerraformOptions options = new TerraformOptions(program.toString(), null, variables, folder);
    Terraform terraform =
        Terraform.offline(options, CliConfig.of(options), new ProcessRunner(new Interrupts()));
    assertThat(terraform.init(folder, event -> {}).problems()).isEmpty();
    Path file = folder.resolve("x.tfplan");
    PlanRun run = terraform.plan(folder, PlanMode.CHANGE, file, event -> {});
    assertThat(run.diagnostics()).isEmpty();
    AtomicReference<JsonNode> plan = new AtomicReference<>();
    terraform.show(folder, file, in -> plan.set(new JsonMapper().readTree(in)));
    return plan.get();
  }

  /** The changes of a plan whose address begins in a way. */
  static List<JsonNode> changes(JsonNode plan, String prefix) {
    List<JsonNode> changes = new ArrayList<>();
    for (JsonNode change : plan.path("resource_changes")) {
      if (change.path("address").asText().startsWith(prefix)) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** What a change does, such as {@code [create]} or {@code [delete, create]}. */
  static List<String> actions(JsonNode change) {
    List<String> actions = new ArrayList<>();
    change.at("/change/actions").forEach(action -> actions.add(action.asText()));
    return actions;
  }
}
