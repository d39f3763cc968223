package com.cashtrace.infra.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cashtrace.infra.emulator.SharedProvider;
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

  private final ProcessRunner runner = new ProcessRunner(new Interrupts());
  private final Path terraform;
  private final Path home;
  private final SharedProvider provider;

  /**
   * Starts the provider of our own roots, which all runs share.
   *
   * @param home stands for the folder of whoever runs the build. Skips the test where there is no
   *     terraform on the PATH; CI must have one
   */
  TerraformSandbox(Path home) {
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
    this.home = home;
    this.provider = SharedProvider.start(Map.of("HTTPS_PROXY", NO_WAY_OUT));
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

  void init(Path folder) {
    run(folder, "init", "-backend=false", "-no-color")
        .mustSucceed("terraform init in " + folder.getFileName());
  }

  /** Runs terraform where nothing can be reached. */
  Outcome run(Path folder, String... arguments) {
    Map<String, String> environment = new HashMap<>(provider.attached());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", home.toString());
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("HTTPS_PROXY", NO_WAY_OUT);
    environment.put("HTTP_PROXY", NO_WAY_OUT);
    // reading the provider's schema makes far more garbage than it needs memory
    environment.put("GOGC", "off");
    environment.put("GOMEMLIMIT", "1GiB");
    List<String> command = new ArrayList<>(List.of(terraform.toString()));
    command.addAll(List.of(arguments));
    LastLines output = new LastLines(MOST_LINES);
    OutputReader lines = OutputReader.lines(output);
    int status = runner.run(new ExternalProgram(command, folder, environment, LIMIT), lines, lines);
    return new Outcome(status, output.text());
  }

  @Override
  public void close() throws IOException {
    provider.close();
  }
}
