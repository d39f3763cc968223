package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looks at machines whose terraform and git are small shell scripts. */
@Timeout(60)
class DoctorCommandIT {

  private static final String VERSION =
      "echo '{\"terraform_version\":\"%s\",\"platform\":\"linux_amd64\"}'";

  @TempDir Path folder;

  @Test
  void findsNothingWrongWithAMachineThatIsReady() throws IOException {
    program("terraform", VERSION.formatted("1.11.4"));
    program("git", "echo git version 2.99.1");
    Path mirror = mirror();

    CommandRun run = run(Map.of("CASHTRACE_PROVIDER_MIRROR", mirror.toString()));

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("ok       java: ")
        .contains("ok       terraform: 1.11.4 at '" + folder.resolve("bin/terraform") + "'\n")
        .contains(
            "ok       provider hashicorp/aws 5.100.0: providers are taken from the mirror '"
                + mirror
                + "', named by --provider-mirror\n")
        .contains("ok       git: 2.99.1\n")
        .contains("  scratch folder: '" + folder.resolve("build/.offline") + "', ")
        .contains(" checks, no problems");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void tellsWhatIsWrongAndHowToMendItAndExitsWithThree() throws IOException {
    program("terraform", VERSION.formatted("1.5.7"));
    program("git", "exit 1");

    JsonNode json = json(3, Map.of("TF_WORKSPACE", "blue"));

    assertThat(json.path("exitCode").asInt()).isEqualTo(3);
    assertThat(json.at("/summary/problem").asInt()).isEqualTo(2);
    assertThat(check(json, "terraform").path("fix").asText()).contains(">= 1.11.0, < 2.0.0");
    assertThat(check(json, "provider").path("status").asText()).isEqualTo("warning");
    assertThat(check(json, "git").path("fix").asText()).startsWith("install git");
    assertThat(check(json, "TF_WORKSPACE").path("status").asText()).isEqualTo("problem");
  }

  @Test
  void aMirrorThatIsNamedAndLacksTheProviderIsAProblem() throws IOException {
    program("terraform", VERSION.formatted("1.11.4"));

    JsonNode json = json(3, Map.of(), "--provider-mirror", folder.toString());

    JsonNode check = check(json, "provider hashicorp/aws 5.100.0");
    assertThat(check.path("status").asText()).isEqualTo("problem");
    assertThat(check.path("detail").asText())
        .isEqualTo("the mirror '" + folder + "' has no hashicorp/aws 5.100.0 for linux_amd64");
  }

  @Test
  void aMachineWithNothingIsToldSo() throws IOException {
    Files.createDirectories(folder.resolve("bin"));

    JsonNode json = json(3, Map.of());

    assertThat(check(json, "terraform").path("detail").asText())
        .isEqualTo("there is no 'terraform' on PATH");
    assertThat(check(json, "git").path("detail").asText())
        .isEqualTo("there is no git on PATH that works");
  }

  @Test
  void takesTheTerraformOfTheFlagBeforeTheVariable() throws IOException {
    Path flag = program("flag", VERSION.formatted("1.12.0"));
    Path variable = program("variable", VERSION.formatted("1.11.0"));
    Map<String, String> environment = Map.of("CASHTRACE_TERRAFORM", variable.toString());

    assertThat(run(environment).out()).contains("terraform: 1.11.0 at '" + variable);
    assertThat(run(environment, "--terraform", flag.toString()).out())
        .contains("terraform: 1.12.0 at '" + flag);
  }

  @Test
  void refusesAFormThatItDoesNotHave() {
    assertThat(run(Map.of(), "--format", "sarif").exitCode()).isEqualTo(64);
  }

  private JsonNode json(int status, Map<String, String> environment, String... more)
      throws IOException {
    String[] words = new String[more.length + 2];
    words[0] = "--format";
    words[1] = "json";
    System.arraycopy(more, 0, words, 2, more.length);
    CommandRun run = run(environment, words);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(status);
    return new ObjectMapper().readTree(run.out());
  }

  private CommandRun run(Map<String, String> more, String... words) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PATH", folder.resolve("bin").toString());
    String[] all = new String[words.length + 3];
    all[0] = "doctor";
    all[1] = "--directory";
    all[2] = folder.toString();
    System.arraycopy(words, 0, all, 3, words.length);
    return CommandRun.with(environment, folder, all);
  }

  private static JsonNode check(JsonNode json, String name) {
    for (JsonNode check : json.path("checks")) {
      if (check.path("name").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("no check '" + name + "' in " + json);
  }

  private Path program(String name, String script) throws IOException {
    Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(program, "#!/bin/bash\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  private Path mirror() throws IOException {
    Path mirror = folder.resolve("mirror");
    Files.createDirectories(
        mirror.resolve("registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64"));
    return mirror;
  }
}
