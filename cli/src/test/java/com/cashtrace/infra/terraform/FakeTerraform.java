package com.cashtrace.infra.terraform;

import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program called terraform that does what a test says, and notes how it was called.
 *
 * @param folder where it lives
 */
record FakeTerraform(Path folder) {

  private static final String VERSION =
      "echo '{\"terraform_version\":\"%s\",\"platform\":\"linux_amd64\"}'";

  /** Answers its version as terraform does, and does {@code script} for every other command. */
  static FakeTerraform of(Path folder, String version, String script) throws IOException {
    String answer = VERSION.formatted(version);
    return of(folder, "if [ \"$1\" = version ]; then " + answer + "; exit; fi\n" + script);
  }

  /** Does {@code script} whatever it is asked. */
  static FakeTerraform of(Path folder, String script) throws IOException {
    Files.createDirectories(folder);
    Path program = folder.resolve("terraform");
    String notes = "echo \"$PWD: $*\" >> '" + folder + "/calls'\nenv > '" + folder + "/env'\n";
    Files.writeString(program, "#!/bin/bash\n" + notes + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new FakeTerraform(folder);
  }

  Path program() {
    return folder.resolve("terraform");
  }

  /** What it was called with, after the folder in which it ran. */
  List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  /** The variables that it saw when it was called last. */
  List<String> environment() throws IOException {
    return Files.readAllLines(folder.resolve("env"));
  }

  /** The options of a user who has it on the PATH. */
  TerraformOptions onPath(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PATH", folder + ":/usr/bin:/bin");
    return new TerraformOptions(null, null, environment, folder);
  }

  static ProcessRunner runner() {
    return new ProcessRunner(new Interrupts());
  }
}
