package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.OfflineProvider;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A renamed database is moved by real terraform, and nothing is destroyed. */
@Timeout(300)
class RenameIT {

  private static final String SERVICE =
      """
      services:
        api: { image: a/b, version: 1.0.0, handles: [public], uses: { databases.%s: DB }, health: { command: [x] } }
      """;

  private static final List<String> APPLIED =
      List.of(
          "module.databases_main.",
          "module.encryption.aws_kms_key.",
          "module.network.aws_vpc.this");

  @RegisterExtension static final OfflineProvider PROVIDER = new OfflineProvider();

  @TempDir Path folder;

  @Test
  void aRenamedDatabaseIsMovedAndNothingIsDestroyed() throws Exception {
    TerraformTool.find();
    JsonNode creation =
        root("before", "main: { data: [personal] }", "main").plan(PROVIDER.terraform("*"));
    OfflineRoot renamed =
        root("after", "primary: { renamedFrom: main, data: [personal] }", "primary");
    Files.writeString(
        renamed.folder().resolve("terraform.tfstate"), StateFromPlan.of(creation, APPLIED));

    JsonNode plan = renamed.plan(PROVIDER.terraform("*"));

    List<JsonNode> database = OfflineRoot.changes(plan, "module.databases_primary.");
    assertThat(database).hasSameSizeAs(OfflineRoot.changes(creation, "module.databases_main."));
    assertThat(database)
        .allSatisfy(
            change ->
                assertThat(change.path("previous_address").asText())
                    .isEqualTo(change.path("address").asText().replace("_primary.", "_main.")));
    assertThat(OfflineRoot.changes(plan, ""))
        .allSatisfy(
            change ->
                assertThat(OfflineRoot.actions(change))
                    .as(change.path("address").asText())
                    .doesNotContain("delete"));
    assertThat(OfflineRoot.changes(plan, "module.databases_primary.aws_db_instance.this"))
        .singleElement()
        .satisfies(
            change -> assertThat(OfflineRoot.actions(change)).isNotEqualTo(List.of("create")));
  }

  private OfflineRoot root(String name, String database, String used) throws IOException {
    String components = "databases: { " + database + " }\n" + SERVICE.formatted(used);
    Path root = Files.createDirectories(folder.resolve(name));
    return OfflineRoot.of(root, SampleEnvironments.with(components));
  }
}
