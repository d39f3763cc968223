package com.cashtrace.infra.emulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets a server of the tests end with this process, however that ends. */
final class Guard {

  /** Ends the server when the input ends, which it does however this process ends. */
  private static final String SCRIPT = "\"$@\" & server=$!; read -r _; kill $server; wait";

  private static final int PATIENCE_SECONDS = 10;

  private Guard() {}

  /** The command of a server that would not see the end of its input by itself. */
  static List<String> command(List<String> server) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "guard"));
    command.addAll(server);
    return command;
  }

  /** Ends a process whose input is open, and waits for it. */
  static void end(Process process) throws IOException {
    process.getOutputStream().close();
    process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    process.destroy(); // does nothing to one that has ended
  }
}
