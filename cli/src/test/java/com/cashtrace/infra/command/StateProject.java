package com.cashtrace.infra.command;

import com.cashtrace.infra.PackagedProgram;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The specs of this repository in a folder of their own, and somebody in the account of one of
 * them.
 *
 * @param emulator plays AWS
 * @param folder the project's
 * @param account whose credentials are used
 */
record StateProject(Emulator emulator, Path folder, String account) {

  static final String ACCOUNT = "111122223333";
  static final String REGION = "af-south-1";
  static final String BUCKET = "cashtrace-111122223333-tfstate";
  static final String LOGS = BUCKET + "-logs";
  static final String ALIAS = "alias/" + BUCKET;
  static final String TABLE = "terraform-locks";
  static final String KEY = "development/terraform.tfstate";

  static StateProject in(Emulator emulator, Path folder) throws IOException {
    PackagedProgram.in(folder);
    return new StateProject(emulator, folder, ACCOUNT);
  }

  StateProject as(String other) {
    return new StateProject(emulator, folder, other);
  }

  /** Variables of the apply role; a request is made once, so that a fault is one. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(emulator.as(account, "infra-apply", "ada"));
    variables.put("AWS_MAX_ATTEMPTS", "1");
    return variables;
  }

  CommandRun run(String... words) {
    return with(Map.of(), words);
  }

  CommandRun with(Map<String, String> more, String... words) {
    Map<String, String> variables = variables();
    variables.putAll(more);
    return CommandRun.with(variables, folder, words);
  }

  /** The account's own clients, to look and to spoil. */
  Aws aws() {
    return aws(REGION);
  }

  Aws aws(String region) {
    return Aws.in(region, variables());
  }
}
