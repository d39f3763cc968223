package com.cashtrace.infra.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Environments of one account of the emulator, with a shell script in terraform's place: it plans
 * to make one thing of terraform's own and says that it did, but for what a test has it do instead.
 *
 * @param emulator plays AWS
 * @param folder the project's
 */
record ScriptedProject(Emulator emulator, Path folder) {

  static final String ACCOUNT = "111122223333";
  static final String BUCKET = "cashtrace-111122223333-tfstate";
  static final List<String> NAMES = List.of("alpha", "beta", "gamma");

  /** What a test wrote for a command, or a command of one environment, comes before the answer. */
  private static final String TERRAFORM =
      """
      #!/bin/bash
      here="${0%/*}"
      environment=$(basename "$(dirname "$PWD")")
      for argument in "$@"; do
        case "$argument" in -out=*) file="${argument#-out=}" ;; esac
      done
      answer() { if [ -e "$here/$environment-$1" ]; then cat "$here/$environment-$1"; else cat "$here/$1"; fi; }
      said() { printf '{"type":"%s","hook":{"resource":{"addr":"terraform_data.this"},"action":"create","id_key":"id","id_value":"i-1"}}\\n' "$1"; }
      for before in "$here/does-$1" "$here/does-$environment-$1"; do
        [ ! -e "$before" ] || . "$before"
      done
      case "$1" in
        version) echo '{"terraform_version":"1.11.4","platform":"plan9_386"}' ;;
        plan) date +%N > "$file" ;;
        apply) said apply_start; said apply_complete ;;
        show) if [ $# -gt 3 ]; then answer plan.json; else answer state.json; fi ;;
      esac
      """;

  private static final String PLAN =
      """
      {"format_version": "1.2", "terraform_version": "1.11.4", "complete": true,
       "planned_values": {"root_module": {}},
       "resource_changes": [%s],
       "configuration": {"root_module": {}}}
      """;

  private static final String CHANGE =
      """
      {"address": "%1$s.this", "mode": "managed", "type": "%1$s", "name": "this",
       "provider_name": "%2$s",
       "change": {"actions": ["%3$s"], "before": null, "after": null}}
      """;

  /** Makes the project in an empty folder. */
  static ScriptedProject in(Emulator emulator, Path folder) throws IOException {
    ScriptedProject project = new ScriptedProject(emulator, folder);
    Files.createDirectories(folder.resolve("environments"));
    Files.createDirectories(folder.resolve("tools"));
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      project.write(
          "environments/" + name + ".yaml", OnlineProject.spec(name, "development", i + 1));
    }
    project.write("tools/terraform", TERRAFORM);
    Files.setPosixFilePermissions(
        folder.resolve("tools/terraform"), PosixFilePermissions.fromString("rwxr-xr-x"));
    project.plans(change("terraform_data", "terraform.io/builtin/terraform", "create"));
    project.holds("");
    return project;
  }

  private static String change(String type, String provider, String action) {
    return CHANGE.formatted(type, provider, action);
  }

  /** Writes a file of the project. */
  void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  /** Has terraform do something first when it is called for a command, such as {@code exit 1}. */
  ScriptedProject does(String command, String script) throws IOException {
    write("tools/does-" + command, script + "\n");
    return this;
  }

  /** Has plans show these changes, each as the JSON has it. */
  ScriptedProject plans(String changes) throws IOException {
    write("tools/plan.json", PLAN.formatted(changes));
    return this;
  }

  /** Has the plan of an environment destroy a store, which is refused. */
  void destroysAStore(String environment) throws IOException {
    String store = change("aws_s3_bucket", "registry.terraform.io/hashicorp/aws", "delete");
    write("tools/" + environment + "-plan.json", PLAN.formatted(store));
  }

  /** Has the state show these resources and an output. */
  ScriptedProject holds(String resources) throws IOException {
    write("tools/state.json", state(resources));
    return this;
  }

  /** Has it show them in one environment only. */
  void holds(String environment, String resources) throws IOException {
    write("tools/" + environment + "-state.json", state(resources));
  }

  private static String state(String resources) {
    return """
    {"format_version": "1.0", "terraform_version": "1.11.4",
     "values": {"outputs": {"greeting": {"sensitive": false, "type": "string", "value": "hello"}},
                "root_module": {"resources": [%s]}}}
    """
        .formatted(resources);
  }

  /** Makes the place of a state and its trail. */
  ScriptedProject bootstrapped(String... environments) {
    for (String environment : environments) {
      CommandRun run = run("state", "bootstrap", environment);
      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }
    return this;
  }

  /** Writes a state as terraform would, with the digest nowhere. */
  void stores(String environment, long serial, String lineage) {
    stores(environment, stateFile(serial, lineage));
  }

  /** Has the table know the digest of another state than the one that is there. */
  void notesAnotherDigest(String environment) {
    String id = BUCKET + "/" + environment + "/terraform.tfstate-md5";
    try (Aws aws = aws()) {
      var item =
          Map.of(
              "LockID", AttributeValue.fromS(id), "Digest", AttributeValue.fromS("0".repeat(32)));
      aws.dynamoDb().putItem(b -> b.tableName("terraform-locks").item(item));
    }
  }

  /** Writes a state as the test has it. */
  void stores(String environment, String state) {
    try (Aws aws = aws()) {
      String key = environment + "/terraform.tfstate";
      aws.s3()
          .putObject(b -> b.bucket(BUCKET).key(key), RequestBody.fromBytes(state.getBytes(UTF_8)));
    }
  }

  /** A state as terraform writes it. */
  static String stateFile(long serial, String lineage) {
    return """
    {
      "version": 4,
      "terraform_version": "1.11.4",
      "serial": %d,
      "lineage": "%s",
      "outputs": {},
      "resources": []
    }
    """
        .formatted(serial, lineage);
  }

  /** The work folder of plan and apply. */
  Path work(String environment) {
    return folder.resolve("build/.online").resolve(environment);
  }

  CommandRun run(String... words) {
    return with(Map.of(), words);
  }

  CommandRun with(Map<String, String> more, String... words) {
    Map<String, String> variables = variables();
    variables.putAll(more);
    return CommandRun.with(variables, folder, words);
  }

  /** Variables of the apply role; a request is made once, so that a fault is one. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(emulator.as(ACCOUNT, "infra-apply", "ada"));
    variables.put("AWS_MAX_ATTEMPTS", "1");
    variables.put("PATH", folder.resolve("tools") + ":/usr/bin:/bin");
    return variables;
  }

  /** The account's own clients, to look and to spoil. */
  Aws aws() {
    return Aws.in("af-south-1", variables());
  }
}
