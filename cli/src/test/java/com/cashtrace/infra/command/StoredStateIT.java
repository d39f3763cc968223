package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.emulator.Emulator;
import com.cashtrace.infra.plan.StoredState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read of a state without terraform is what terraform shows of it, and so is what is
 * sensitive.
 */
@Timeout(300)
class StoredStateIT {

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  private static final String TOKEN = "tok-variable";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private BackendTerraform terraform;

  @BeforeEach
  void makeARoot() throws Exception {
    BackendTerraform.require();
    Path own = GeneratedFile.repository().resolve("cli/src/test/resources/stored-state");
    Files.copy(own.resolve("main.tf"), folder.resolve("main.tf"));
    Files.createDirectory(folder.resolve("things"));
    Files.copy(own.resolve("things/main.tf"), folder.resolve("things/main.tf"));
    Map<String, String> somebody = EMULATOR.as("123456789012", "infra-apply", "ada");
    Map<String, String> variables = new HashMap<>(somebody);
    variables.putAll(EMULATOR.sharedProvider(somebody));
    variables.put("TF_VAR_token", TOKEN);
    terraform = new BackendTerraform(folder, variables);
    terraform.run(0, "init", "-no-color", "-input=false");
  }

  @Test
  void tellsWhatTerraformShows() throws Exception {
    terraform.run(0, "apply", "-auto-approve", "-no-color", "-input=false");
    assertSame();

    // a second state also holds what was only refreshed
    Files.writeString(
        folder.resolve("more.tf"),
        """
        resource "aws_s3_bucket" "this" {
          bucket = "preview-things"
        }
        """);
    terraform.run(0, "apply", "-auto-approve", "-no-color", "-input=false");
    assertSame();
  }

  private void assertSame() throws Exception {
    byte[] stored = Files.readAllBytes(folder.resolve("terraform.tfstate"));
    JsonNode read = JSON.readTree(StoredState.shown(stored).orElseThrow());
    JsonNode shown = JSON.readTree(terraform.run(0, "show", "-json", "-no-color"));

    for (String field : List.of("format_version", "terraform_version")) {
      assertThat(read.path(field)).isEqualTo(shown.path(field));
    }
    assertThat(outputs(read)).isEqualTo(outputs(shown)).hasSize(2);
    SortedMap<String, JsonNode> resources = resources(shown);
    assertThat(resources(read)).isEqualTo(resources);
    assertThat(resources)
        .hasSizeGreaterThan(14)
        .containsKeys(
            "aws_iam_user.this[1]",
            "aws_ssm_parameter.each[\"q\\\"uo\\\\te $${x} %%{y}\\n\"]",
            "module.things[\"b\"].data.aws_secretsmanager_secret_version.this");
    SortedMap<String, JsonNode> secrets = secrets(shown);
    assertThat(secrets(read)).isEqualTo(secrets);
    assertThat(secrets.values().toString())
        .contains(TOKEN, "tok-schema-plain", "tok-in-a-block", "tok-stored-preview-a");
    assertThat(secrets).containsKeys("aws_iam_access_key.this/secret", "aws_vpc.this/tags/Token");
    assertThat(secrets.get("aws_security_group.this/ingress")).isNotNull();
  }

  private static SortedMap<String, JsonNode> outputs(JsonNode state) {
    SortedMap<String, JsonNode> outputs = new TreeMap<>();
    for (Map.Entry<String, JsonNode> output : state.at("/values/outputs").properties()) {
      ObjectNode told = output.getValue().deepCopy();
      told.remove("type");
      outputs.put(output.getKey(), told.put("sensitive", told.path("sensitive").asBoolean()));
    }
    return outputs;
  }

  private static SortedMap<String, JsonNode> resources(JsonNode state) {
    SortedMap<String, JsonNode> resources = new TreeMap<>();
    each(
        state.at("/values/root_module"),
        resource -> {
          ObjectNode told = resource.deepCopy();
          told.retain("address", "mode", "provider_name", "values", "depends_on");
          resources.put(resource.path("address").asText(), told);
        });
    return resources;
  }

  /** What is marked, by its address and the path to it. */
  private static SortedMap<String, JsonNode> secrets(JsonNode state) {
    SortedMap<String, JsonNode> secrets = new TreeMap<>();
    each(
        state.at("/values/root_module"),
        resource ->
            mark(
                resource.path("address").asText(),
                resource.path("values"),
                resource.path("sensitive_values"),
                secrets));
    return secrets;
  }

  private static void mark(
      String path, JsonNode value, JsonNode marks, SortedMap<String, JsonNode> secrets) {
    if (marks.isBoolean() && marks.asBoolean()) {
      secrets.put(path, value);
    }
    for (Map.Entry<String, JsonNode> mark : marks.properties()) {
      mark(path + "/" + mark.getKey(), value.path(mark.getKey()), mark.getValue(), secrets);
    }
    for (int i = 0; i < marks.size() && marks.isArray(); i++) {
      mark(path + "/" + i, value.path(i), marks.path(i), secrets);
    }
  }

  private static void each(JsonNode module, Consumer<JsonNode> resource) {
    module.path("resources").forEach(resource);
    module.path("child_modules").forEach(child -> each(child, resource));
  }
}
