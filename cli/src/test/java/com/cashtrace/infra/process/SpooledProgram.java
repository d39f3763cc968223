package com.cashtrace.infra.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a shell script with a spool in a folder, for tests that kill whoever runs it. */
final class SpooledProgram {

  private SpooledProgram() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    new ProcessRunner(new Interrupts())
        .run(
            new ExternalProgram(
                List.of("/bin/sh", "-c", args[1]), folder, Map.of("PATH", "/usr/bin:/bin"), null),
            new Spool(folder.resolve("out"), folder.resolve("err")),
            OutputReader.discard(),
            OutputReader.discard());
  }
}
