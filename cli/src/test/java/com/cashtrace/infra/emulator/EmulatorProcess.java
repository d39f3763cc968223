package com.cashtrace.infra.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.GeneratedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of the emulator. It ends with this one, however that ends. */
final class EmulatorProcess implements AutoCloseable {

  private static final String SCRIPT = "cli/src/test/emulator/emulator.py";
  private static final String FOUND =
      "import importlib.util as u; exit(u.find_spec('moto') is None)";

  private final Process process;
  private final Path errors;
  private final int port;

  private EmulatorProcess(Process process, Path errors, int port) {
    this.process = process;
    this.errors = errors;
    this.port = port;
  }

  /** Starts it on a free port and waits until it can be asked. */
  static EmulatorProcess start() {
    try {
      Path errors = Files.createTempFile("emulator", ".log");
      Process process =
          new ProcessBuilder(python(), GeneratedFile.repository().resolve(SCRIPT).toString())
              .redirectError(errors.toFile())
              .start();
      String line =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
      if (line == null || !line.startsWith("port ")) {
        throw new AssertionError("the emulator does not start:\n" + Files.readString(errors));
      }
      return new EmulatorProcess(process, errors, Integer.parseInt(line.substring(5)));
    } catch (IOException e) {
      throw new AssertionError("the emulator does not start", e);
    }
  }

  int port() {
    return port;
  }

  /** Its standard error. */
  String said() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** In CI it has to be there; elsewhere the tests say why they are skipped. */
  private static String python() throws IOException {
    for (String candidate : candidates()) {
      if (succeeds(candidate, "-c", FOUND)) {
        return candidate;
      }
    }
    String reason = "this machine has no moto_server: pip install 'moto[server]==5.2.1'";
    if (System.getenv("CI") == null) {
      assumeThat(false).as(reason).isTrue();
    }
    throw new AssertionError(reason);
  }

  /**
   * The interpreter of moto_server may be one of its own; where the program is a shim it is no
   * python.
   */
  private static List<String> candidates() throws IOException {
    List<String> candidates = new ArrayList<>();
    candidates.add("python3");
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path program = Path.of(folder, "moto_server");
      if (Files.isReadable(program)) {
        String first = Files.readString(program).lines().findFirst().orElse("");
        if (first.startsWith("#!/") && first.contains("python")) {
          candidates.add(first.substring(2).strip());
        }
      }
    }
    return candidates;
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    Guard.end(process);
    Files.deleteIfExists(errors);
  }
}
