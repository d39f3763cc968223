package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Real terraform in a folder with an S3 backend, and a root that needs no provider.
 *
 * @param folder where it runs
 * @param variables of somebody in the account
 */
record BackendTerraform(Path folder, Map<String, String> variables) {

  private static final String ROOT =
      """
      terraform {
        backend "s3" {
          bucket = "%s"
          key = "%s"
          region = "%s"
          encrypt = true
          use_path_style = true
          %s
        }
      }

      resource "terraform_data" "this" {
        input = "%s"

        provisioner "local-exec" {
          command = "sleep %d"
        }
        triggers_replace = "%s"
      }
      """;

  /** How terraform takes locks of a mode of the spec. */
  private static String locks(String mode) {
    String table = "dynamodb_table = \"" + StateProject.TABLE + "\"\n";
    return switch (mode) {
      case "s3" -> "use_lockfile = true";
      case "dynamodb" -> table;
      default -> table + "use_lockfile = true";
    };
  }

  /** Writes a root whose apply takes that many seconds. */
  void write(String mode, String input, int seconds) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("main.tf"),
        ROOT.formatted(
            StateProject.BUCKET,
            StateProject.KEY,
            StateProject.REGION,
            locks(mode),
            input,
            seconds,
            input));
  }

  /** Runs terraform to its end, and returns what it said. */
  String run(int exitCode, String... words) throws Exception {
    Process process = start(words);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(folder.resolve("said"));
    assertThat(process.exitValue()).as(said).isEqualTo(exitCode);
    return said;
  }

  Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("terraform"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("TF_CLI_CONFIG_FILE");
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
    return builder.start();
  }

  /** Variables of this process that terraform needs, or that let it collect garbage later. */
  static Map<String, String> ofThisProcess() {
    Map<String, String> variables = new HashMap<>();
    for (String name : List.of("PATH", "HOME", "GOGC", "GOMEMLIMIT")) {
      String value = System.getenv(name);
      if (value != null) {
        variables.put(name, value);
      }
    }
    return variables;
  }

  /** As kill -9 does, with what it had started. */
  static void kill(Process process) throws InterruptedException {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly().waitFor();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  /** In CI terraform has to be there; elsewhere the test says why it is skipped. */
  static void require() throws InterruptedException {
    boolean there;
    try {
      there = new ProcessBuilder("terraform", "version").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    }
    if (System.getenv("CI") == null) {
      assumeThat(there).as("this machine has no terraform").isTrue();
    }
    assertThat(there).as("this machine has no terraform").isTrue();
  }
}
