package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliConfigTest {

  @TempDir Path folder;

  @Test
  void readsTheMirrorsOfAConfigurationInHcl() {
    CliConfigText text =
        CliConfigText.read(
            """
            # provider_installation { filesystem_mirror { path = "/comment" } }
            // path = "/other"
            plugin_cache_dir = "$HOME/.cache"
            credentials "app.terraform.io" { token = "path" }
            host "x" { path = "/not/this" }
            provider_installation {
              /* filesystem_mirror { path = "/hidden" } */
              dev_overrides { "hashicorp/null" = "/dev" }
              filesystem_mirror {
                path    = "/first one"
                include = ["registry.terraform.io/*/*"]
              }
              filesystem_mirror { path = "/sec\\"ond" }
              network_mirror { url = "https://mirror.example/path" }
              direct {}
            }
            """);

    assertThat(text.mirrors()).containsExactly("/first one", "/sec\"ond");
    assertThat(text.installs()).isTrue();
  }

  @Test
  void readsTheMirrorsOfAConfigurationInJson() {
    CliConfigText text =
        CliConfigText.read(
            """
            {"plugin_cache_dir": "/cache", "provider_installation": [{"filesystem_mirror":
              [{"path": "/a"}, {"path": "/b", "include": ["x/y/z"]}], "direct": [{}]}]}
            """);

    assertThat(text.mirrors()).containsExactly("/a", "/b");
    assertThat(text.installs()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "}}}}",
        "provider_installation",
        "\"",
        "filesystem_mirror { path = \"/x\" }",
        "path = \"/x\"",
        "\u0000\u0001",
      })
  void aTextWithoutMirrorsHasNone(String text) {
    assertThat(CliConfigText.read(text)).isEqualTo(new CliConfigText(List.of(), false, false));
  }

  @Test
  void aVariableThatNamesNoFileIsDroppedWithAWarning() throws IOException {
    Files.writeString(folder.resolve(".terraformrc"), mirror("/mine"));

    CliConfig config = read(Map.of("TF_CLI_CONFIG_FILE", "/no/such.tfrc", "HOME", home()));

    assertThat(config.environment()).doesNotContainKey("TF_CLI_CONFIG_FILE");
    assertThat(config.mirrors()).containsExactly(Path.of("/mine"));
    assertThat(config.warning()).isNotNull();
    assertThat(config.warning().severity()).isEqualTo(Severity.WARNING);
    assertThat(config.warning().message())
        .isEqualTo("TF_CLI_CONFIG_FILE names '/no/such.tfrc', which is no file; it is ignored");
  }

  @Test
  void aVariableThatNamesAFileTakesThePlaceOfTheUsualFiles() throws IOException {
    Files.writeString(folder.resolve(".terraformrc"), mirror("/mine"));
    Path named = Files.writeString(folder.resolve("named.tfrc"), mirror("relative"));

    CliConfig config = read(Map.of("TF_CLI_CONFIG_FILE", "named.tfrc", "HOME", home()));

    assertThat(config.mirrors()).containsExactly(folder.resolve("relative"));
    assertThat(config.environment()).containsEntry("TF_CLI_CONFIG_FILE", named.toString());
    assertThat(config.warning()).isNull();
  }

  @Test
  void theFilesOfTheUsersFolderCountToo() throws IOException {
    Path more = Files.createDirectories(folder.resolve(".terraform.d"));
    Files.writeString(more.resolve("b.tfrc"), mirror("/b"));
    Files.writeString(more.resolve("a.tfrc.json"), "{" + mirror("/a") + "}");
    Files.writeString(more.resolve("notes.txt"), mirror("/no"));
    Files.createDirectories(more.resolve("folder.tfrc"));

    assertThat(read(Map.of("HOME", home())).mirrors())
        .containsExactly(Path.of("/a"), Path.of("/b"));
  }

  @Test
  void nobodyAtHomeHasNoConfiguration() {
    CliConfig config = read(Map.of("LANG", "C"));

    assertThat(config).isEqualTo(new CliConfig(Map.of("LANG", "C"), List.of(), false, false, null));
  }

  private String home() {
    return folder.toString();
  }

  private CliConfig read(Map<String, String> environment) {
    return CliConfig.of(new TerraformOptions(null, null, new HashMap<>(environment), folder));
  }

  private static String mirror(String path) {
    return "provider_installation { filesystem_mirror { path = \"" + path + "\" } }";
  }
}
