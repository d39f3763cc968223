package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cashtrace.infra.GeneratedFile;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The copy of the provider's schema that the catalogue is tested against, against the provider. */
@Timeout(300)
class ProviderSchemaIT {

  private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";

  @TempDir Path folder;

  @Test
  void isWhatTheProviderSays() throws Exception {
    Files.writeString(
        folder.resolve("versions.tf"),
        """
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "5.100.0"
            }
          }
        }
        """);
    List<String> init = new ArrayList<>(List.of("init", "-backend=false", "-no-color"));
    mirror().ifPresent(mirror -> init.add("-plugin-dir=" + mirror));
    terraform(init, "init.txt");
    Path schema = terraform(List.of("providers", "schema", "-json"), "schema.json");
    String text =
        SchemaWalk.text(
            new JsonMapper()
                .readTree(schema.toFile())
                .path("provider_schemas")
                .path(PROVIDER)
                .path("resource_schemas"));
    if (Boolean.getBoolean("update")) {
      Path file =
          GeneratedFile.repository().resolve("cli/src/test/resources" + ProviderSchema.FILE);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } else {
      assertThat(text.lines().toList())
          .as("run: mvn verify -Dit.test=ProviderSchemaIT -Dupdate=true")
          .isEqualTo(ProviderSchema.lines());
    }
  }

  private Path terraform(List<String> arguments, String output) throws Exception {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(arguments);
    Path file = folder.resolve(output);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("TF_CLI_CONFIG_FILE");
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    Process process =
        builder
            .redirectOutput(file.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    assertThat(process.waitFor(280, TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("errors.txt"))).isZero();
    return file;
  }

  private static String program() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .map(each -> Path.of(each, "terraform"))
            .filter(Files::isExecutable)
            .findFirst();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("terraform on the PATH, which CI must have").isPresent();
    }
    assumeTrue(found.isPresent(), "terraform is not on the PATH");
    return found.orElseThrow().toString();
  }

  private static Optional<Path> mirror() throws IOException {
    String named = System.getenv("CASHTRACE_PROVIDER_MIRROR");
    if (named != null && !named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    Path usual = Path.of("/opt");
    if (!Files.isDirectory(usual)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(usual)) {
      return folders.sorted().filter(each -> Files.isDirectory(each.resolve(PROVIDER))).findFirst();
    }
  }
}
