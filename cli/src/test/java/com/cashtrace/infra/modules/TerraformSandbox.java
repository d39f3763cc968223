package com.cashtrace.infra.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cashtrace.infra.process.ExternalProgram;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.LastLines;
import com.cashtrace.infra.process.OutputReader;
import com.cashtrace.infra.process.ProcessRunner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real terraform in a scratch folder: without credentials, without the settings of whoever runs
 * the build, and, once it has its provider, without a way to the network.
 */
final class TerraformSandbox implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final int MOST_LINES = 20_000;

  /** Nobody listens there, so whatever calls out over HTTP fails at once. */
  private static final String NO_WAY_OUT = "http://127.0.0.1:1";

  private static final List<String> WAYS_OUT =
      List.of("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_FILE");

  private final ProcessRunner runner = new ProcessRunner(new Interrupts());
  private final Path terraform;
  private final Path scratch;

  /** Skips the test where there is no terraform on the PATH; CI must have one. */
  TerraformSandbox(Path scratch) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "terraform"))
            .filter(Files::isExecutable)
            .findFirst();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("terraform on the PATH, which CI must have").isPresent();
    }
    assumeTrue(found.isPresent(), "terraform is not on the PATH");
    this.terraform = found.orElseThrow();
    this.scratch = scratch;
  }

  /**
   * How a run ended.
   *
   * @param status exit status
   * @param output what it wrote, both streams together
   */
  record Outcome(int status, String output) {

    /** Fails with all that terraform wrote unless it was content. */
    void mustSucceed(String what) {
      assertThat(status).as("%s:\n%s", what, output).isZero();
    }
  }

  /**
   * Gets the provider that these versions ask for, from a mirror on this machine or else from the
   * registry, once: every later {@link #init} finds it in the scratch folder.
   */
  void installProvider(String versions) throws IOException {
    Path folder = Files.createDirectories(providers().getParent().getParent());
    Files.writeString(folder.resolve("versions.tf"), versions);
    List<String> command = new ArrayList<>(List.of("init", "-backend=false", "-no-color"));
    mirror().ifPresent(mirror -> command.add("-plugin-dir=" + mirror));
    Map<String, String> environment = environment();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (WAYS_OUT.contains(name)) {
                environment.put(name, value);
              }
            });
    run(folder, environment, command).mustSucceed("terraform init");
  }

  void init(Path folder) throws IOException {
    run(folder, "init", "-backend=false", "-no-color", "-plugin-dir=" + providers())
        .mustSucceed("terraform init in " + folder.getFileName());
  }

  /** Runs terraform where nothing can be reached. */
  Outcome run(Path folder, String... arguments) throws IOException {
    Map<String, String> environment = environment();
    environment.put("HTTPS_PROXY", NO_WAY_OUT);
    environment.put("HTTP_PROXY", NO_WAY_OUT);
    return run(folder, environment, List.of(arguments));
  }

  private Outcome run(Path folder, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(terraform.toString()));
    command.addAll(arguments);
    LastLines output = new LastLines(MOST_LINES);
    OutputReader lines = OutputReader.lines(output);
    int status = runner.run(new ExternalProgram(command, folder, environment, LIMIT), lines, lines);
    return new Outcome(status, output.text());
  }

  private Map<String, String> environment() throws IOException {
    Path home = Files.createDirectories(scratch.resolve("home"));
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", home.toString());
    environment.put("CHECKPOINT_DISABLE", "1");
    // reading the provider's schema makes far more garbage than it needs memory
    environment.put("GOGC", "off");
    environment.put("GOMEMLIMIT", "1GiB");
    return environment;
  }

  private Path providers() {
    return scratch.resolve("provider/.terraform/providers");
  }

  /**
   * Lets go of the mirror, so that whoever deletes the scratch folder can't follow a link to it.
   */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(providers())) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
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
      return folders
          .sorted()
          .filter(
              folder -> Files.isDirectory(folder.resolve("registry.terraform.io/hashicorp/aws")))
          .findFirst();
    }
  }
}
